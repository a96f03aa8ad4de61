package dev.netlog.cli.report;

import java.util.List;

/// The result of a `lint` run, in the order in which it is printed.
///
/// @param version netlog's version
/// @param findings by path, line, column, rule and message
/// @param summary the counts of files, objects and findings
public record Report(String version, List<LocatedFinding> findings, Summary summary) {
  public Report {
    findings = List.copyOf(findings);
  }
}
