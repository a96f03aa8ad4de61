package dev.netlog.cli.report.coverage.format;

import dev.netlog.cli.report.LocatedFinding;
import dev.netlog.cli.report.OutputSettings;
import dev.netlog.cli.report.WorkflowCommands;
import dev.netlog.cli.report.coverage.Comparison;
import dev.netlog.cli.report.coverage.CoverageFormat;
import dev.netlog.cli.report.coverage.CoverageReport;
import dev.netlog.cli.report.coverage.Loss;
import dev.netlog.cli.report.coverage.Losses;
import dev.netlog.cli.report.coverage.PointExplainer;
import dev.netlog.cli.report.coverage.PointExplanation;
import dev.netlog.cli.report.coverage.TargetReport;
import dev.netlog.coverage.SubjectPoint;
import dev.netlog.coverage.compare.CoverageDiff;
import dev.netlog.coverage.compare.GateResult;
import dev.netlog.io.text.Region;
import dev.netlog.rule.Severity;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes annotations of a GitHub workflow: failed gates and their causes. Verdicts that lost their
/// log, or are new without one, are grouped by the place that decides them.
final class CoverageGithubFormat implements CoverageFormat {
  @Override
  public String id() {
    return "github";
  }

  @Override
  public void write(CoverageReport report, OutputSettings settings, Appendable out)
      throws IOException {
    WorkflowCommands commands = new WorkflowCommands();
    for (LocatedFinding refused : report.refused()) {
      commands.add(
          Severity.ERROR, refused.path(), refused.region(), refused.rule().id(), refused.message());
    }
    for (TargetReport target : report.targets()) {
      target(target, commands);
    }
    commands.write(out);
  }

  private static void target(TargetReport target, WorkflowCommands commands) {
    String title = "network-policy logging, " + target.title();
    for (GateResult gate : target.gates()) {
      if (!gate.pass()) {
        Severity severity = gate.fails() ? Severity.ERROR : Severity.INFO;
        commands.add(severity, null, null, title, gate.gate() + ": " + gate.message());
      }
    }
    Comparison comparison = target.comparison();
    if (comparison != null) {
      Severity severity = target.passes() ? Severity.WARNING : Severity.ERROR;
      Map<String, Group> groups = new LinkedHashMap<>();
      for (Loss loss : Losses.of(target, comparison)) {
        String at = loss.at() == null ? "" : loss.at().toString();
        groups.computeIfAbsent(at + " loses", _ -> new Group(loss.at(), loss.sentence().text()))
            .count++;
      }
      for (SubjectPoint point : comparison.diff().bornBare()) {
        add(point, " is new and has no log", target.stories(), groups);
      }
      for (CoverageDiff.Change change : comparison.diff().changedBare()) {
        add(change.after(), " changed and has no log", target.stories(), groups);
      }
      String touched = title + ": touched and not logged";
      groups.values().forEach(group -> group.add(severity, touched, commands));
    }
  }

  private static void add(
      SubjectPoint point, String what, PointExplainer stories, Map<String, Group> groups) {
    PointExplanation story = stories.of(point);
    PointExplanation.@Nullable At decisive = story.decisive();
    PointExplanation.@Nullable At at = decisive == null ? story.point() : decisive;
    String message =
        point.subject()
            + ": "
            + point.point().point().verdict().word()
            + " by "
            + point.point().point().reason().text()
            + what
            + (story.remedy() == null ? "" : "; " + story.remedy());
    groups.computeIfAbsent(at + what, _ -> new Group(at, message)).count++;
  }

  /// Verdicts that one place decides.
  private static final class Group {
    private final PointExplanation.@Nullable At at;
    private final String message;
    private int count;

    private Group(PointExplanation.@Nullable At at, String message) {
      this.at = at;
      this.message = message;
    }

    private void add(Severity severity, String title, WorkflowCommands commands) {
      String path = at == null ? null : at.path();
      Region region = at == null ? null : at.region();
      String more = count == 1 ? "" : "; and " + (count - 1) + " more that this place decides";
      commands.add(severity, path, region, title, message + more);
    }
  }
}
