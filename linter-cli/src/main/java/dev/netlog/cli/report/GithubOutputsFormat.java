package dev.netlog.cli.report;

import dev.netlog.rule.Severity;
import java.io.IOException;

/// Writes the outputs of the GitHub Action, as lines for the runner's output file.
final class GithubOutputsFormat implements ReportFormat {
  @Override
  public String id() {
    return "github-outputs";
  }

  @Override
  public void write(Report report, OutputSettings settings, Appendable out) throws IOException {
    int findings = 0;
    for (Severity severity : Severity.values()) {
      findings += report.summary().findings().getOrDefault(severity, 0);
    }
    out.append("findings=").append(Integer.toString(findings)).append('\n');
  }
}
