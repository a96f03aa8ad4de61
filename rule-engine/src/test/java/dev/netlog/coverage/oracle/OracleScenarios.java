package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.OraclePoint.Fingerprint;
import dev.netlog.coverage.oracle.OraclePoint.Judgement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What is known where it is not known which policies apply.
final class OracleScenarios {
  private OracleScenarios() {}

  /// The points that may exist. A state is known where it is the same whatever applies.
  static List<OraclePoint> together(List<Map<String, OraclePoint>> scenarios) {
    Set<String> keys = new LinkedHashSet<>();
    scenarios.forEach(each -> keys.addAll(each.keySet()));
    List<OraclePoint> points = new ArrayList<>();
    for (String key : keys) {
      points.add(together(key, scenarios));
    }
    return points;
  }

  private static OraclePoint together(String key, List<Map<String, OraclePoint>> scenarios) {
    @Nullable OraclePoint first = null;
    boolean same = true;
    Set<String> owners = new TreeSet<>();
    @Nullable Fingerprint fingerprint = null;
    for (Map<String, OraclePoint> scenario : scenarios) {
      OraclePoint point = scenario.get(key);
      if (point == null) {
        same = false;
        continue;
      }
      owners.addAll(point.owners());
      fingerprint =
          fingerprint == null ? point.fingerprint() : fingerprint.and(point.fingerprint());
      if (first == null) {
        first = point;
      }
      same &= isSame(first.judgement(), point.judgement());
    }
    if (first == null || fingerprint == null) {
      throw new IllegalStateException(key);
    }
    Judgement judgement = same ? first.judgement() : Judgement.unknown(OracleApplied.GENERATED);
    return new OraclePoint(
        first.subject(),
        first.direction(),
        first.verdict(),
        first.reason(),
        owners,
        fingerprint,
        judgement,
        first.matching());
  }

  private static boolean isSame(Judgement one, Judgement other) {
    return one.state().equals(other.state()) && one.cause().equals(other.cause());
  }
}
