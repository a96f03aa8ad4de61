package dev.netlog.cli.report;

import java.util.List;

/// The outcome of one `lint` run, in the order it is printed.
///
/// @param version netlog's version
/// @param findings by path, line, column, rule and message
/// @param summary what was looked at
public record Report(String version, List<LocatedFinding> findings, Summary summary) {
  public Report {
    findings = List.copyOf(findings);
  }
}
