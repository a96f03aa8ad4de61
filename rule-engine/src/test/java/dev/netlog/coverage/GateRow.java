package dev.netlog.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.coverage.compare.CoverageDiff;
import dev.netlog.coverage.compare.CoverageGates;
import dev.netlog.coverage.compare.GateResult;
import dev.netlog.coverage.compare.GateSettings;
import dev.netlog.coverage.oracle.World;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// A row about two states of a target: what changed, and which gates are met.
///
/// What is expected are lines: `added KEY`, `removed KEY`, `regression KEY`, `uncovered KEY` (newly
/// uncovered), `touched KEY`, `deleted KEY`, `undecided KEY` (no longer decided), `lost PAIR`
/// (governance), `failing GATE KEY`, all of a kind where one of it is expected, and `no touched`
/// for none; and `gate NAME pass|FAIL ACTUAL REQUIRED` or how it starts.
///
/// @param name the row, for whoever reads of a failure
record GateRow(String name, World base, World head, GateSettings settings, List<String> expected) {
  static GateRow of(String name, World base, World head, String... expected) {
    return new GateRow(name, base, head, GateSettings.STANDARD, List.of(expected));
  }

  GateRow with(GateSettings other) {
    return new GateRow(name, base, head, other, expected);
  }

  /// Holds the engine to the row.
  void check() {
    List<String> lines = lines();
    for (String kind : new TreeSet<>(expected.stream().map(GateRow::kind).toList())) {
      List<String> wanted =
          expected.stream().filter(line -> line.startsWith(kind + " ")).sorted().toList();
      List<String> actual =
          lines.stream().filter(line -> line.startsWith(kind + " ")).sorted().toList();
      if (kind.startsWith("gate")) {
        assertThat(wanted)
            .allSatisfy(gate -> assertThat(actual).anyMatch(line -> line.startsWith(gate)));
      } else {
        assertThat(actual).isEqualTo(wanted);
      }
    }
  }

  private static String kind(String line) {
    List<String> words = List.of(line.split(" ", 3));
    return words.getFirst().equals("no") ? words.get(1) : words.getFirst();
  }

  private List<String> lines() {
    Coverage before = EngineLines.coverage(base, head);
    Coverage after = EngineLines.coverage(head, before, List.of());
    CoverageDiff diff = CoverageDiff.between(before, after);
    List<String> lines = new ArrayList<>();
    diff.added().forEach(point -> lines.add("added " + point.key()));
    diff.removed().forEach(point -> lines.add("removed " + point.key()));
    diff.deleted().forEach(point -> lines.add("deleted " + point.key()));
    diff.noLongerDecided().forEach(point -> lines.add("undecided " + point.key()));
    diff.regressions().forEach(change -> lines.add("regression " + change.after().key()));
    diff.newlyUncovered().forEach(point -> lines.add("uncovered " + point.key()));
    diff.touched().forEach(point -> lines.add("touched " + point.key()));
    diff.lostGovernancePairs().forEach(pair -> lines.add("lost " + pair));
    for (GateResult gate : new CoverageGates(settings).check(before, after, diff)) {
      String met = gate.pass() ? "pass" : gate.fails() ? "FAIL" : "reported";
      lines.add(
          "gate %s %s %s %s: %s"
              .formatted(gate.gate(), met, gate.actual(), gate.required(), gate.message()));
      gate.failing().forEach(key -> lines.add("failing " + gate.gate() + " " + key));
    }
    return lines;
  }

  /// The row, as reports of tests name it.
  @Override
  public String toString() {
    return name;
  }
}
