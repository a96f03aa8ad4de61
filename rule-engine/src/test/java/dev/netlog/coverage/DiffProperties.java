package dev.netlog.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.coverage.compare.CoverageDiff;
import dev.netlog.coverage.compare.CoverageGates;
import dev.netlog.coverage.compare.GateResult;
import dev.netlog.coverage.compare.GateSettings;
import dev.netlog.coverage.oracle.Dice;
import dev.netlog.coverage.oracle.Edits;
import dev.netlog.coverage.oracle.NaiveGovernance;
import dev.netlog.coverage.oracle.Oracle;
import dev.netlog.coverage.oracle.World;
import dev.netlog.coverage.oracle.WorldMaker;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/// The comparison of two states: it has every loss that a look at the points alone finds.
final class DiffProperties {
  /// A world before and after some changes.
  record Change(World base, World head) {}

  @Provide
  Arbitrary<Change> changes() {
    return Arbitraries.longs()
        .map(
            seed -> {
              World base = WorldMaker.world(seed);
              World other = WorldMaker.world(seed ^ Long.MIN_VALUE, base.platform());
              return new Change(base, Edits.changed(base, other, new Dice(~seed)));
            });
  }

  @Property(tries = 2000)
  void aDiffHasAllThatComparingPointByPointFinds(@ForAll("changes") Change change) {
    Coverage base = EngineLines.coverage(change.base(), change.head());
    Coverage head = EngineLines.coverage(change.head(), base, List.of());
    CoverageDiff diff = CoverageDiff.between(base, head);
    assertThat(keys(diff.regressions())).containsAll(uncovered(base, head));
    assertThat(diff.lostGovernancePairs())
        .containsAll(
            new NaiveGovernance(
                    Oracle.of(change.base(), change.head()),
                    Oracle.ofHead(change.base(), change.head()))
                .lost());
    count("regressions", !diff.regressions().isEmpty());
    count("governance lost", !diff.lostGovernancePairs().isEmpty());
    countRare(
        "governance of virtual subjects lost",
        diff.lostGovernancePairs().stream().anyMatch(pair -> pair.contains("/Virtual/")));
    countRare(
        "governance of new subjects lost",
        diff.losses().stream()
            .anyMatch(each -> !each.before().isEmpty() && !each.subject().contains("/Virtual/")));
    countRare(
        "verdicts of some connections lost",
        diff.losses().stream().anyMatch(each -> each.extent() == LostGovernance.Extent.SOME));
    count("removed", !diff.removed().isEmpty());
    count("touched but not added", diff.touched().size() > diff.added().size());
    assertGates(base, head, diff);
  }

  @Property(tries = 1000)
  void unchangedNamespacesNeedNotBeWorkedOutAgain(@ForAll("changes") Change change) {
    // Settings that a change removes are off, which the head alone cannot know.
    Assume.that(change.head().without(change.base()).isEmpty());
    Coverage base = EngineLines.coverage(change.base(), change.head());
    Coverage head = EngineLines.coverage(change.head(), change.base());
    Coverage reused = EngineLines.coverage(change.head(), base, List.of());
    // Virtual subjects bear the base's names.
    assertThat(withoutNames(EngineLines.of(reused))).isEqualTo(withoutNames(EngineLines.of(head)));
  }

  private static List<String> withoutNames(List<String> lines) {
    return lines.stream()
        .map(line -> line.replaceFirst("/Virtual/[^|]*", "/Virtual/"))
        .sorted()
        .toList();
  }

  private static void countRare(String what, boolean seen) {
    Statistics.label(what).collect(seen);
    Statistics.label(what).coverage(all -> all.check(true).percentage(share -> share > 0.4));
  }

  private static void count(String what, boolean seen) {
    Statistics.label(what).collect(seen);
    Statistics.label(what).coverage(all -> all.check(true).percentage(share -> share > 2));
  }

  private static void assertGates(Coverage base, Coverage head, CoverageDiff diff) {
    for (int threshold : List.of(0, 10)) {
      GateSettings settings =
          new GateSettings(
              BigDecimal.valueOf(threshold),
              BigDecimal.valueOf(100),
              0,
              true,
              Map.of(),
              null,
              false,
              false);
      Tally now = head.tally(Counter.VERDICT);
      Tally then = diff.kept().getOrDefault(Counter.VERDICT, Tally.NONE);
      boolean project =
          now.total() == 0
              ? head.refused().isEmpty()
              : then.total() == 0
                  || 100 * now.covered() * then.total()
                      >= 100 * then.covered() * now.total()
                          - threshold * now.total() * then.total();
      List<GateResult> results = new CoverageGates(settings).check(base, head, diff);
      assertThat(passes(results, "project")).isEqualTo(project);
      Tally patch = diff.patch();
      if (patch.total() > 0 || head.refused().isEmpty()) {
        assertThat(passes(results, "patch")).isEqualTo(patch.covered() == patch.total());
      }
      assertThat(passes(results, "regressions")).isEqualTo(diff.regressions().isEmpty());
      assertThat(passes(results, "governance")).isEqualTo(diff.lostGovernancePairs().isEmpty());
    }
  }

  private static boolean passes(List<GateResult> results, String gate) {
    return results.stream()
        .filter(each -> each.gate().equals(gate))
        .findFirst()
        .orElseThrow()
        .pass();
  }

  private static List<String> keys(List<CoverageDiff.Change> changes) {
    return changes.stream().map(change -> change.after().key()).toList();
  }

  /// The points that are covered at the base, exist at the head and are not covered there.
  private static List<String> uncovered(Coverage base, Coverage head) {
    Set<String> covered = new TreeSet<>();
    base.forEach(
        (subject, _, point) -> {
          if (point.isCounted() && point.status() == Status.COVERED) {
            covered.add(point.key(subject));
          }
        });
    Set<String> bare = new TreeSet<>();
    head.forEach(
        (subject, _, point) -> {
          if (point.isCounted() && point.status() != Status.COVERED) {
            bare.add(point.key(subject));
          }
        });
    covered.retainAll(bare);
    return List.copyOf(covered);
  }
}
