package dev.netlog.cli.report.coverage;

import dev.netlog.coverage.Group;
import dev.netlog.coverage.JudgedPoint;
import dev.netlog.coverage.LostGovernance;
import dev.netlog.coverage.NamespaceCoverage;
import dev.netlog.coverage.Status;
import dev.netlog.coverage.SubjectPoint;
import dev.netlog.coverage.compare.CoverageDiff.Change;
import dev.netlog.model.Resource;
import dev.netlog.network.Direction;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.Verdict;
import dev.netlog.platform.text.Phrase;
import dev.netlog.policy.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Lists what a change takes away, the worst first. Points that lose their record in the same way
/// are one loss.
public final class Losses {
  /// How many losses reports for people show; more are counted.
  public static final int SHOWN = 10;

  /// The cause of a direction that no policy governs any more.
  private static final String UNGOVERNED = "ungoverned";

  private final TargetReport target;
  private final Comparison comparison;

  private record Key(String namespace, String rest, LoggingState state, String had) {}

  private Losses(TargetReport target, Comparison comparison) {
    this.target = target;
    this.comparison = comparison;
  }

  /// The losses of a target since its base.
  public static List<Loss> of(TargetReport target, Comparison comparison) {
    Losses losses = new Losses(target, comparison);
    List<Loss> all = new ArrayList<>(losses.records());
    all.addAll(losses.governance());
    all.sort(
        Comparator.comparing(Loss::weight)
            .thenComparingInt(loss -> -loss.subjects().size())
            .thenComparing(loss -> loss.subjects().getFirst() + loss.direction()));
    return List.copyOf(all);
  }

  private List<Loss> records() {
    Map<Key, List<Change>> groups = new LinkedHashMap<>();
    for (Change change : comparison.diff().regressions()) {
      SubjectPoint now = change.after();
      Key key =
          new Key(now.namespace(), now.point().rest(), now.state(), change.before().point().rest());
      groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(change);
    }
    return groups.values().stream().map(this::loss).toList();
  }

  private Loss loss(List<Change> changes) {
    Change first = changes.getFirst();
    SubjectPoint now = first.after();
    PointExplanation story = target.stories().of(now);
    PointExplanation.@Nullable At decisive =
        story.decisive() == null ? story.point() : story.decisive();
    Direction direction = now.direction();
    return new Loss(
        weight(first),
        changes.stream().map(change -> change.after().subject()).distinct().toList(),
        direction == null ? "" : direction.word(),
        target.stories().lost(first),
        reason(first.before()),
        reason(now),
        now.state().causeCode(),
        now.state().cause().label(),
        story.remedyPlace() == null ? decisive : story.remedyPlace(),
        story.remedy());
  }

  private static String reason(SubjectPoint point) {
    return point.point().point().reason().text();
  }

  private static Loss.Weight weight(Change change) {
    if (change.after().status() != Status.MISSED) {
      return Loss.Weight.UNKNOWN;
    }
    Verdict was = change.before().point().point().verdict();
    Verdict is = change.after().point().point().verdict();
    if (is == Verdict.ALLOW) {
      return was == Verdict.DENY ? Loss.Weight.ADMITTED : Loss.Weight.ALLOWED;
    }
    return Loss.Weight.DENIED;
  }

  private List<Loss> governance() {
    List<LostGovernance> lost = comparison.diff().losses();
    if (lost.isEmpty()) {
      return List.of();
    }
    Set<String> ids = lost.stream().map(LostGovernance::subject).collect(Collectors.toSet());
    Map<String, Subject> subjects = subjects(ids);
    Map<String, String> logged = logged(ids);
    Map<String, Loss> losses = new LinkedHashMap<>();
    for (LostGovernance each : lost) {
      Subject now = subjects.get(each.subject());
      Resource workload = now == null ? null : now.resource();
      losses.putIfAbsent(
          each.pair(),
          ungoverned(
              each,
              logged.get(each.pair()),
              workload == null ? null : target.stories().at(workload)));
    }
    return List.copyOf(losses.values());
  }

  private static Loss ungoverned(
      LostGovernance lost, @Nullable String had, PointExplanation.@Nullable At at) {
    String direction = lost.direction().word();
    return new Loss(
        Loss.Weight.UNGOVERNED,
        List.of(lost.subject()),
        direction,
        null,
        had,
        null,
        UNGOVERNED,
        "no policy governs it any more"
            + (lost.before().isEmpty() ? "" : " (" + lost.before() + ")"),
        at,
        Phrase.of("let a policy with a log select it for " + direction));
  }

  /// The subjects of the head that lost their policies, by id.
  private Map<String, Subject> subjects(Set<String> ids) {
    Map<String, Subject> subjects = new HashMap<>();
    for (NamespaceCoverage namespace : target.coverage().namespaces()) {
      Stream.concat(
              namespace.excluded().stream(),
              namespace.groups().stream().flatMap(group -> group.subjects().stream()))
          .filter(subject -> ids.contains(subject.id()))
          .forEach(subject -> subjects.put(subject.id(), subject));
    }
    return subjects;
  }

  /// For each pair of a subject and a direction what logged connections of it at the base.
  private Map<String, String> logged(Set<String> ids) {
    Map<String, String> logged = new HashMap<>();
    for (NamespaceCoverage namespace : comparison.base().namespaces()) {
      if (ids.contains(namespace.ownSubject())) {
        namespace.own().forEach(point -> logged(namespace.ownSubject(), point, logged));
      }
      for (Group group : namespace.groups()) {
        List<String> here =
            group.subjects().stream().map(Subject::id).filter(ids::contains).toList();
        for (JudgedPoint point : here.isEmpty() ? List.<JudgedPoint>of() : group.points()) {
          here.forEach(id -> logged(id, point, logged));
        }
      }
    }
    return logged;
  }

  private static void logged(String subject, JudgedPoint point, Map<String, String> logged) {
    Direction direction = point.point().direction();
    if (point.isCounted() && direction != null && point.status() == Status.COVERED) {
      logged.putIfAbsent(subject + ":" + direction.word(), point.point().reason().text());
    }
  }
}
