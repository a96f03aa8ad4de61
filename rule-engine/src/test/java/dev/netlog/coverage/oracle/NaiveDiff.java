package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.OraclePoint.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Section 7, point by point.
public final class NaiveDiff {
  private final Map<String, OraclePoint> base;
  private final Map<String, OraclePoint> head;
  private final OracleCoverage from;
  private final OracleCoverage to;

  /// What lies between two states.
  public NaiveDiff(OracleCoverage from, OracleCoverage to) {
    this.from = from;
    this.to = to;
    this.base = byKey(from);
    this.head = byKey(to);
  }

  private static Map<String, OraclePoint> byKey(OracleCoverage coverage) {
    Map<String, OraclePoint> points = new TreeMap<>();
    coverage.counted().forEach(point -> points.put(point.key(), point));
    return points;
  }

  /// All of it as lines.
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    int patchCovered = 0;
    int patch = 0;
    int kept = 0;
    int keptCovered = 0;
    for (String key : keys()) {
      OraclePoint before = base.get(key);
      OraclePoint after = head.get(key);
      if (after == null) {
        lines.add("removed " + key);
        continue;
      }
      boolean covered = isCovered(after);
      if (before == null) {
        lines.add("added " + key);
        if (!covered) {
          lines.add("newly uncovered " + key);
        }
      } else {
        kept++;
        keptCovered += isCovered(before) ? 1 : 0;
        if (isCovered(before) && !covered) {
          lines.add("regression " + key);
          lines.add("newly uncovered " + key);
        }
      }
      if (isTouched(before, after)) {
        lines.add("touched " + key);
        patch++;
        patchCovered += covered ? 1 : 0;
      }
    }
    lines.add("patch " + patchCovered + "/" + patch);
    lines.add("kept " + keptCovered + "/" + kept);
    lost().forEach(pair -> lines.add("lost " + pair));
    return lines.stream().sorted().toList();
  }

  private Set<String> keys() {
    Set<String> keys = new TreeSet<>(base.keySet());
    keys.addAll(head.keySet());
    return keys;
  }

  private static boolean isCovered(OraclePoint point) {
    return point.judgement().state().equals("covered");
  }

  private static boolean isTouched(@Nullable OraclePoint before, OraclePoint after) {
    if (before == null || !before.judgement().state().equals(after.judgement().state())) {
      return true;
    }
    Fingerprint old = before.fingerprint();
    Fingerprint now = after.fingerprint();
    boolean sameLabels = Objects.equals(old.labels(), now.labels());
    boolean merelyLost =
        after.reason().equals("default-deny") && sameLabels && old.specs().containsAll(now.specs());
    return !merelyLost && !(sameLabels && old.specs().equals(now.specs()));
  }

  /// Pairs that are governed in one state and not in the other, of subjects that are in both.
  private Set<String> lost() {
    Set<String> lost = new TreeSet<>(to.ungoverned());
    lost.retainAll(from.pairs());
    lost.removeAll(from.ungoverned());
    return lost;
  }
}
