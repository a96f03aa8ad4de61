package dev.netlog.coverage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Holds a coverage to what is asked of it.
public final class CoverageGates {
  private final GateSettings settings;

  /// Gates of these settings.
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
    results.add(patch(diff));
    results.add(regressions(diff));
    results.add(governance(diff));
    results.addAll(check(head));
    return results;
  }

  private GateResult project(Coverage base, Coverage head, CoverageDiff diff) {
    Ratio now = ratio(head.tally(Counter.VERDICT));
    Ratio then = ratio(diff.kept().getOrDefault(Counter.VERDICT, Tally.NONE));
    BigDecimal threshold = settings.projectThreshold();
    boolean pass = now == null || then == null || now.isAtLeast(then, threshold);
    String required =
        (then == null ? "n/a" : then.toString())
            + (threshold.signum() == 0 ? "" : " - " + plain(threshold) + " points");
    String message =
        "verdicts logged: base "
            + shown(ratio(base.tally(Counter.VERDICT)))
            + ", head "
            + shown(now)
            + ", base without what is gone "
            + shown(then);
    return result("project", pass, now, required, message);
  }

  private GateResult patch(CoverageDiff diff) {
    Ratio ratio = ratio(diff.patch());
    boolean pass = ratio == null || ratio.isAtLeast(settings.patch());
    String message =
        ratio == null
            ? "no verdict point is new or changed"
            : shown(ratio) + " of new and changed verdict points logged";
    return result("patch", pass, ratio, plain(settings.patch()) + "%", message);
  }

  private GateResult regressions(CoverageDiff diff) {
    int lost = diff.regressions().size();
    return new GateResult(
        "regressions",
        lost <= settings.regressions(),
        settings.informational(),
        Integer.toString(lost),
        Long.toString(settings.regressions()),
        lost == 0
            ? "no verdict point loses its log"
            : lost
                + (lost == 1 ? " verdict point loses its log" : " verdict points lose their log"));
  }

  private GateResult governance(CoverageDiff diff) {
    int lost = diff.governanceLost().size();
    boolean asked = settings.governance();
    return new GateResult(
        "governance",
        lost == 0,
        !asked || settings.informational(),
        Integer.toString(lost),
        "0",
        lost == 0
            ? "no workload loses its policies"
            : "no policy governs any more: " + String.join(", ", diff.governanceLost()));
  }

  private GateResult minimum(Coverage head, Counter counter, BigDecimal percent) {
    Ratio ratio = ratio(head.tally(counter));
    boolean pass = ratio == null || ratio.isAtLeast(percent);
    return result(
        "minimum",
        pass,
        ratio,
        plain(percent) + "%",
        counter.word() + " " + shown(ratio) + ", at least " + plain(percent) + " % asked for");
  }

  private GateResult perNamespace(Coverage head, BigDecimal percent) {
    @Nullable Ratio worst = null;
    List<String> below = new ArrayList<>();
    for (NamespaceCoverage namespace : head.namespaces()) {
      Ratio ratio = ratio(namespace.tally(Counter.VERDICT));
      if (ratio != null && !namespace.name().isEmpty()) {
        if (worst == null || !ratio.isAtLeast(worst, BigDecimal.ZERO)) {
          worst = ratio;
        }
        if (!ratio.isAtLeast(percent)) {
          below.add(namespace.name() + " " + shown(ratio));
        }
      }
    }
    String message =
        below.isEmpty()
            ? "every namespace reaches " + plain(percent) + " %"
            : "below " + plain(percent) + " %: " + String.join(", ", below);
    return result("minimum-per-namespace", below.isEmpty(), worst, plain(percent) + "%", message);
  }

  private GateResult result(
      String gate, boolean pass, @Nullable Ratio actual, String required, String message) {
    return new GateResult(
        gate,
        pass,
        settings.informational(),
        actual == null ? "n/a" : actual.toString(),
        required,
        message);
  }

  /// What the gates compare: what is surely covered, of everything or of what is known.
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
