package dev.netlog.cli.report.coverage.html;

import dev.netlog.coverage.JudgedPoint;
import dev.netlog.coverage.SubjectPoint;
import dev.netlog.coverage.compare.CoverageDiff;
import dev.netlog.model.Resource;
import dev.netlog.platform.Point;
import dev.netlog.platform.Reason;
import dev.netlog.policy.Names;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Changed points of several workloads that are otherwise the same: one line of a list.
final class ChangedPoints {
  /// The maximum number of names on a line; the rest is counted.
  private static final int NAMED = 8;

  private final @Nullable SubjectPoint before;
  private final SubjectPoint first;
  private final Set<String> policies = new TreeSet<>();
  private final List<String> subjects = new ArrayList<>();

  private record Like(String namespace, String rest, String cause) {
    static Like of(SubjectPoint point) {
      String namespace = namesNoPolicy(point.point()) ? point.namespace() : "";
      return new Like(namespace, point.point().rest(), point.state().causeCode());
    }
  }

  private ChangedPoints(@Nullable SubjectPoint before, SubjectPoint first) {
    this.before = before;
    this.first = first;
  }

  /// Groups changed points with their earlier state.
  static List<ChangedPoints> ofChanges(List<CoverageDiff.Change> changes) {
    Map<Like, ChangedPoints> lines = new LinkedHashMap<>();
    changes.forEach(change -> add(lines, change.before(), change.after()));
    return List.copyOf(lines.values());
  }

  /// Groups new or removed points.
  static List<ChangedPoints> of(List<SubjectPoint> points) {
    Map<Like, ChangedPoints> lines = new LinkedHashMap<>();
    points.forEach(point -> add(lines, null, point));
    return List.copyOf(lines.values());
  }

  private static void add(
      Map<Like, ChangedPoints> lines, @Nullable SubjectPoint before, SubjectPoint point) {
    ChangedPoints line =
        lines.computeIfAbsent(Like.of(point), _ -> new ChangedPoints(before, point));
    line.subjects.add(point.subject());
    policies(point.point()).forEach(policy -> line.policies.add(Names.full(policy)));
  }

  /// The policies behind a point that names none, including those that may apply.
  static List<Resource> policies(JudgedPoint judged) {
    if (!namesNoPolicy(judged)) {
      return List.of();
    }
    Point point = judged.point();
    return Stream.of(point.applied().policies(), point.applied().possible())
        .flatMap(List::stream)
        .toList();
  }

  private static boolean namesNoPolicy(JudgedPoint point) {
    return point.point().reason() instanceof Reason.DefaultDeny;
  }

  /// The first point as it was in the base, null if it was not there.
  @Nullable SubjectPoint before() {
    return before;
  }

  /// The first point.
  SubjectPoint first() {
    return first;
  }

  /// Writes the policy or rule and the workloads.
  void write(Markup markup) throws IOException {
    Point point = first.point().point();
    String direction = point.direction() == null ? "" : point.direction().word() + " ";
    markup.leaf("b", reason(), "class", "reason").text(" ");
    markup.leaf("span", direction + point.verdict().word(), "class", "verdict");
    if (!policies.isEmpty()) {
      markup.leaf("div", "policies " + named(policies), "class", "why");
    }
    markup.leaf("div", "of " + named(subjects), "class", "why");
  }

  private String reason() {
    return namesNoPolicy(first.point())
        ? "default-deny in " + HtmlText.namespace(first.namespace())
        : first.point().point().reason().text();
  }

  private static String named(Collection<String> names) {
    String some = String.join(", ", names.stream().limit(NAMED).toList());
    int left = names.size() - NAMED;
    return left > 0 ? some + " and " + HtmlText.number(left) + " more" : some;
  }
}
