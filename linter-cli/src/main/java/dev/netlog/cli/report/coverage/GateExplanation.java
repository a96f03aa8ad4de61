package dev.netlog.cli.report.coverage;

import dev.netlog.cli.report.SummaryText;
import dev.netlog.coverage.Counter;
import dev.netlog.coverage.Status;
import dev.netlog.coverage.SubjectPoint;
import dev.netlog.coverage.compare.CoverageDiff;
import dev.netlog.coverage.compare.GateResult;
import dev.netlog.io.files.NotUnderstood;
import dev.netlog.model.Resource;
import dev.netlog.model.ResourceId;
import dev.netlog.policy.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Explains what the gates of a run compared: commits, settings, targets, assumptions, what was not
/// understood, which points were paired by another name, and which gates had nothing to measure.
public final class GateExplanation {
  /// The maximum number of names on a line; more are counted.
  private static final int NAMED = 10;

  private final List<String> lines = new ArrayList<>();

  private GateExplanation() {}

  /// The lines of a report.
  ///
  /// @param settings where the settings of the run are from
  public static List<String> of(CoverageReport report, String settings) {
    GateExplanation explanation = new GateExplanation();
    explanation.add("settings", settings);
    report.targets().forEach(explanation::target);
    List<String> unread =
        report.summary().notUnderstood().stream().map(GateExplanation::file).toList();
    explanation.add("not understood", unread.isEmpty() ? "nothing" : named(unread));
    return List.copyOf(explanation.lines);
  }

  private static String file(NotUnderstood file) {
    return file.path() + ":" + file.line() + " " + file.reason();
  }

  private void add(String what, String text) {
    lines.add(what + ": " + text);
  }

  private void target(TargetReport target) {
    String title = "target " + target.title();
    Map<String, String> assumed = target.coverage().target().inventory().assumptions().values();
    List<String> assumptions = new ArrayList<>();
    assumed.forEach((name, value) -> assumptions.add(name + "=" + value));
    if (target.coverage().isComplete()) {
      assumptions.add("input=complete");
    }
    add(title, "assumes " + (assumptions.isEmpty() ? "nothing" : String.join(", ", assumptions)));
    Comparison comparison = target.comparison();
    if (comparison != null) {
      compared(title, target, comparison);
    }
    for (GateResult gate : target.gates()) {
      if (gate.pass() && gate.actual().equals("n/a")) {
        add(title, gate.gate() + " passes, since there is nothing to measure");
      }
    }
  }

  private void compared(String title, TargetReport target, Comparison comparison) {
    CoverageDiff diff = comparison.diff();
    add(
        title,
        "compared "
            + comparison.head()
            + " with "
            + comparison.label()
            + ": "
            + SummaryText.count(target.coverage().tally(Counter.VERDICT).total(), "verdict point")
            + " with "
            + SummaryText.grouped(comparison.base().tally(Counter.VERDICT).total()));
    list(title, "renamed", renames(diff));
    list(title, "moved", moves(target, comparison));
    list(title, "deleted, out of both sides", keys(diff.deleted()));
    list(title, "no longer decided", keys(diff.noLongerDecided()));
    list(title, "cannot be read any more", unreadable(target));
    list(title, "governed by no policy any more", diff.lostGovernanceTexts());
  }

  private void list(String title, String what, List<String> names) {
    if (!names.isEmpty()) {
      add(title, what + ": " + named(names));
    }
  }

  private static String named(List<String> names) {
    return ShortList.of(names, NAMED).text();
  }

  private static List<String> keys(List<SubjectPoint> points) {
    return points.stream().map(SubjectPoint::key).toList();
  }

  /// What has another name, once for each pair of names.
  public static List<String> renames(CoverageDiff diff) {
    Set<String> names = new TreeSet<>();
    for (CoverageDiff.Change change : diff.renamed()) {
      SubjectPoint before = change.before();
      SubjectPoint after = change.after();
      boolean workload = !before.subject().equals(after.subject());
      names.add(
          workload
              ? before.subject() + " -> " + after.subject()
              : reason(before) + " -> " + reason(after));
    }
    return List.copyOf(names);
  }

  /// The objects that are in another file, with both places.
  public static List<String> moves(TargetReport target, Comparison comparison) {
    Map<ResourceId, Resource> before = comparison.base().target().objects();
    Set<String> moves = new TreeSet<>();
    target
        .coverage()
        .target()
        .objects()
        .forEach(
            (id, resource) -> {
              Resource old = before.get(id);
              String path = old == null ? "" : old.origin().path();
              String was = below(comparison.label(), path);
              String is = resource.origin().path();
              // Between two folders, the path at the head starts with the head's folder.
              boolean isSame = is.equals(was) || (!was.equals(path) && is.endsWith("/" + was));
              if (!was.isEmpty() && !isSame) {
                moves.add(Names.reference(resource) + " from " + was + " to " + is);
              }
            });
    return List.copyOf(moves);
  }

  /// A path below a folder; the whole path if it is not below it.
  private static String below(String folder, String path) {
    String start = folder.endsWith("/") ? folder : folder + "/";
    return path.startsWith(start) ? path.substring(start.length()) : path;
  }

  private static String reason(SubjectPoint point) {
    return point.point().point().reason().text();
  }

  private static List<String> unreadable(TargetReport target) {
    Set<String> keys = new TreeSet<>();
    target
        .coverage()
        .forEach(
            (subject, _, point) -> {
              if (point.status() == Status.UNKNOWN && point.state().isUnreadable()) {
                keys.add(point.key(subject));
              }
            });
    return List.copyOf(keys);
  }
}
