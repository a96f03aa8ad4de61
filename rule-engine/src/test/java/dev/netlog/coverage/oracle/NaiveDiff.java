package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.OraclePoint.Fingerprint;
import dev.netlog.coverage.oracle.OracleVirtual.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  private final Set<String> keys;

  /// What lies between two states.
  public NaiveDiff(OracleCoverage from, OracleCoverage to) {
    this.from = from;
    this.to = to;
    this.base = byKey(from, Map.of());
    this.head = byKey(to, names(from, to));
    this.keys = new TreeSet<>(from.keys());
    keys.addAll(to.keys());
  }

  /// The names of the head's virtual subjects beside the base: the base's for those of the same
  /// labels. One of other labels whose name is taken by that has a number.
  private static Map<String, String> names(OracleCoverage from, OracleCoverage to) {
    Map<String, String> names = new TreeMap<>();
    for (Located after : to.virtual()) {
      for (Located before : from.virtual()) {
        if (before.isSameAs(after)) {
          names.put(after.subject().id(), before.subject().id());
        }
      }
    }
    Set<String> taken = new TreeSet<>(names.values());
    for (Located after : to.virtual()) {
      String id = after.subject().id();
      String free = id;
      for (int number = 2; !names.containsKey(id) && taken.contains(free); number++) {
        free = id + "-" + number;
      }
      names.putIfAbsent(id, free);
      taken.add(names.get(id));
    }
    return names;
  }

  private static Map<String, OraclePoint> byKey(
      OracleCoverage coverage, Map<String, String> names) {
    Map<String, OraclePoint> points = new TreeMap<>();
    for (OraclePoint point : coverage.counted()) {
      OraclePoint named = point.of(names.getOrDefault(point.subject(), point.subject()));
      points.put(named.key(), named);
    }
    return points;
  }

  /// All of it as lines.
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    int patchCovered = 0;
    int patch = 0;
    int kept = 0;
    int keptCovered = 0;
    for (String key : allKeys()) {
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
    new NaiveGovernance(from, to).lost().forEach(pair -> lines.add("lost " + pair));
    return lines.stream().sorted().toList();
  }

  private Set<String> allKeys() {
    Set<String> all = new TreeSet<>(base.keySet());
    all.addAll(head.keySet());
    return all;
  }

  private static boolean isCovered(OraclePoint point) {
    return point.judgement().state().equals("covered");
  }

  private boolean isTouched(@Nullable OraclePoint before, OraclePoint after) {
    if (before == null || !before.judgement().state().equals(after.judgement().state())) {
      return true;
    }
    Fingerprint old = before.fingerprint().only(keys);
    Fingerprint now = after.fingerprint().only(keys);
    boolean sameLabels = old.labels().equals(now.labels());
    boolean merelyLost =
        after.reason().equals("default-deny") && sameLabels && old.specs().containsAll(now.specs());
    return !merelyLost && !old.equals(now);
  }
}
