package dev.netlog.cli.report;

import java.io.IOException;

/// Writes findings as annotations of a GitHub workflow.
final class GithubFormat implements ReportFormat {
  @Override
  public String id() {
    return "github";
  }

  @Override
  public void write(Report report, OutputSettings settings, Appendable out) throws IOException {
    WorkflowCommands commands = new WorkflowCommands();
    for (LocatedFinding finding : report.findings()) {
      String effect = finding.effect() == null ? "" : "; " + finding.effect();
      commands.add(
          finding.severity(),
          finding.path(),
          finding.region(),
          finding.rule().id(),
          finding.message() + effect);
    }
    commands.write(out);
  }
}
