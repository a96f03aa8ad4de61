package dev.netlog.coverage.compare;

import dev.netlog.coverage.Counter;
import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.JudgedPoint;
import dev.netlog.coverage.LostGovernance;
import dev.netlog.coverage.NamespaceCoverage;
import dev.netlog.coverage.PointCount;
import dev.netlog.coverage.Ratio;
import dev.netlog.coverage.Status;
import dev.netlog.coverage.SubjectPoint;
import dev.netlog.coverage.Tally;
import dev.netlog.policy.InputProblem;
import dev.netlog.policy.Names;
import dev.netlog.policy.Subject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Checks a coverage, and the changes since a base, against the gates.
///
/// A gate with nothing to measure passes, unless the head has something that netlog cannot measure.
public final class CoverageGates {
  /// The maximum number of names in a message; more are counted.
  private static final int NAMED = 5;

  private final GateSettings settings;

  /// Creates gates with these settings.
  public CoverageGates(GateSettings settings) {
    this.settings = settings;
  }

  /// The gates that need no base.
  public List<GateResult> check(Coverage head) {
    List<GateResult> results = new ArrayList<>();
    settings.minimum().forEach((counter, percent) -> results.add(minimum(head, counter, percent)));
    if (settings.minimumPerNamespace() != null) {
      results.add(perNamespace(head, settings.minimumPerNamespace()));
    }
    return results;
  }

  /// All gates, in the order of reports.
  public List<GateResult> check(Coverage base, Coverage head, CoverageDiff diff) {
    List<GateResult> results = new ArrayList<>();
    results.add(project(base, head, diff));
    results.add(patch(base, head, diff));
    results.add(regressions(diff));
    results.add(governance(diff));
    results.addAll(check(head));
    return results;
  }

  private GateResult project(Coverage base, Coverage head, CoverageDiff diff) {
    Ratio now = ratio(head.tally(Counter.VERDICT));
    Ratio then = ratio(diff.kept().getOrDefault(Counter.VERDICT, Tally.NONE));
    BigDecimal threshold = settings.projectThreshold();
    String required =
        (then == null ? "n/a" : then.toString())
            + (threshold.signum() == 0 ? "" : " - " + plain(threshold) + " points");
    if (now == null) {
      return overNothing("project", required, head);
    }
    boolean pass = then == null || now.isAtLeast(then, threshold);
    String message =
        "verdicts logged: base "
            + shown(ratio(base.tally(Counter.VERDICT)))
            + ", head "
            + shown(now)
            + ", base without what is gone "
            + shown(then);
    List<SubjectPoint> lost = diff.regressions().stream().map(CoverageDiff.Change::after).toList();
    FailingPoints failing = FailingPoints.of(lost.isEmpty() ? diff.bornBare() : lost);
    return result("project", pass, now, required, message, failing);
  }

  private GateResult patch(Coverage base, Coverage head, CoverageDiff diff) {
    Ratio ratio = ratio(diff.patch());
    String required = plain(settings.patch()) + "%";
    if (ratio == null) {
      Set<String> refused = refused(head);
      refused.removeAll(refused(base));
      return refused.isEmpty()
          ? result("patch", true, null, required, "no verdict point is new or changed")
          : overNothing("patch", required, refused, List.of(), "");
    }
    return result(
        "patch",
        ratio.isAtLeast(settings.patch()),
        ratio,
        required,
        shown(ratio) + " of new and changed verdict points logged",
        FailingPoints.of(diff.touchedBare()));
  }

  private GateResult regressions(CoverageDiff diff) {
    int lost = diff.regressions().size();
    boolean pass = lost <= settings.regressions();
    return new GateResult(
        "regressions",
        pass,
        settings.informational(),
        Integer.toString(lost),
        Long.toString(settings.regressions()),
        lost == 0
            ? "no verdict point loses its log"
            : lost
                + (lost == 1 ? " verdict point loses its log" : " verdict points lose their log"),
        pass
            ? FailingPoints.NONE
            : FailingPoints.of(
                diff.regressions().stream().map(CoverageDiff.Change::after).toList()));
  }

  private GateResult governance(CoverageDiff diff) {
    List<String> lost = diff.lostGovernancePairs();
    boolean asked = settings.governance();
    return new GateResult(
        "governance",
        lost.isEmpty(),
        !asked || settings.informational(),
        Integer.toString(lost.size()),
        "0",
        lost.isEmpty()
            ? "no workload loses its policies"
            : (diff.losses().stream().anyMatch(loss -> loss.extent() == LostGovernance.Extent.ALL)
                    ? "no policy governs any more: "
                    : "connections have no verdict any more: ")
                + String.join(", ", diff.lostGovernanceTexts()),
        lost::forEach);
  }

  private GateResult minimum(Coverage head, Counter counter, BigDecimal percent) {
    boolean some = counter.countsPoints() && counter != Counter.VERDICT;
    Tally any = some ? head.anyTally() : Tally.NONE;
    MeasuredShare share = share(head.tally(counter).plus(any), head.realTally(counter).plus(any));
    String required = plain(percent) + "%";
    if (share == null) {
      return overNothing("minimum", required, head, counter.word() + ": ");
    }
    boolean real = share.failsWithoutVirtual(percent);
    return result(
        "minimum",
        share.isAtLeast(percent),
        share.decisive(percent),
        required,
        counter.word()
            + " "
            + shown(share.all())
            + (real ? ", but " + withoutVirtual(share, percent) : "")
            + ", at least "
            + plain(percent)
            + " % asked for",
        bare(
            head,
            (_, subject) -> !real || isReal(subject),
            point -> !counter.countsPoints() || PointCount.gates(counter, point)));
  }

  private @Nullable MeasuredShare share(Tally all, Tally real) {
    Ratio ratio = ratio(all);
    return ratio == null ? null : new MeasuredShare(ratio, ratio(real));
  }

  private static String withoutVirtual(MeasuredShare share, BigDecimal percent) {
    return shown(share.decisive(percent)) + " without virtual subjects";
  }

  private static boolean isReal(@Nullable Subject subject) {
    return subject == null || !subject.isVirtual();
  }

  private GateResult perNamespace(Coverage head, BigDecimal percent) {
    @Nullable Ratio worst = null;
    List<String> below = new ArrayList<>();
    Map<String, MeasuredShare> shares = new TreeMap<>();
    for (NamespaceCoverage namespace : head.namespaces()) {
      MeasuredShare share =
          share(namespace.tally(Counter.VERDICT), namespace.realTally(Counter.VERDICT));
      if (share != null && !namespace.name().isEmpty()) {
        Ratio ratio = share.decisive(percent);
        if (worst == null || !ratio.isAtLeast(worst, BigDecimal.ZERO)) {
          worst = ratio;
        }
        if (!share.isAtLeast(percent)) {
          boolean real = share.failsWithoutVirtual(percent);
          below.add(
              namespace.name() + " " + (real ? withoutVirtual(share, percent) : shown(ratio)));
          shares.put(namespace.name(), share);
        }
      }
    }
    String required = plain(percent) + "%";
    if (worst == null) {
      return overNothing("minimum-per-namespace", required, head);
    }
    String message =
        below.isEmpty()
            ? "every namespace reaches " + plain(percent) + " %"
            : "below " + plain(percent) + " %: " + String.join(", ", below);
    return result(
        "minimum-per-namespace",
        below.isEmpty(),
        worst,
        required,
        message,
        bare(
            head,
            (namespace, subject) -> {
              MeasuredShare share = shares.get(namespace);
              return share != null && (!share.failsWithoutVirtual(percent) || isReal(subject));
            },
            _ -> true));
  }

  /// The counted points that are not covered.
  ///
  /// @param subjects the namespaces and subjects to consider; the subject is null for a namespace
  private static FailingPoints bare(
      Coverage head,
      BiPredicate<String, @Nullable Subject> subjects,
      Predicate<JudgedPoint> wanted) {
    return action ->
        head.namespaces()
            .forEach(
                namespace ->
                    namespace.forEach(
                        (id, subject, point) -> {
                          if (point.isCounted()
                              && point.status() != Status.COVERED
                              && subjects.test(namespace.name(), subject)
                              && wanted.test(point)) {
                            action.accept(point.key(id));
                          }
                        }));
  }

  private static Set<String> refused(Coverage coverage) {
    Set<String> refused = new LinkedHashSet<>();
    for (InputProblem problem : coverage.problems()) {
      refused.add(Names.reference(problem.resource()));
    }
    return refused;
  }

  private GateResult overNothing(String gate, String required, Coverage head) {
    return overNothing(gate, required, head, "");
  }

  private GateResult overNothing(String gate, String required, Coverage head, String prefix) {
    List<String> files =
        head.target().texts().stream().map(text -> text.where().path()).distinct().toList();
    return overNothing(gate, required, refused(head), files, prefix);
  }

  /// The result of a gate with nothing to measure.
  private GateResult overNothing(
      String gate, String required, Set<String> refused, List<String> files, String prefix) {
    List<String> names = new ArrayList<>();
    refused.forEach(object -> names.add(object + " (refused by the API server)"));
    files.forEach(file -> names.add(file + " (not understood)"));
    if (names.isEmpty()) {
      return result(gate, true, null, required, prefix + "nothing to measure");
    }
    String named = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
    int more = names.size() - NAMED;
    String message =
        prefix
            + "nothing to measure, but not because there is nothing: "
            + named
            + (more > 0 ? " and " + more + " more" : "");
    return result(gate, false, null, required, message);
  }

  private GateResult result(
      String gate, boolean pass, @Nullable Ratio actual, String required, String message) {
    return result(gate, pass, actual, required, message, FailingPoints.NONE);
  }

  private GateResult result(
      String gate,
      boolean pass,
      @Nullable Ratio actual,
      String required,
      String message,
      FailingPoints failing) {
    return new GateResult(
        gate,
        pass,
        settings.informational(),
        actual == null ? "n/a" : actual.toString(),
        required,
        message,
        pass ? FailingPoints.NONE : failing);
  }

  /// The share that the gates compare: certainly covered points, of all points or of those with a
  /// known state.
  public @Nullable Ratio ratio(Tally tally) {
    return settings.ignoreUnknown() ? tally.known() : tally.low();
  }

  private static String shown(@Nullable Ratio ratio) {
    return ratio == null ? "n/a" : ratio.percent() + " (" + ratio + ")";
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
