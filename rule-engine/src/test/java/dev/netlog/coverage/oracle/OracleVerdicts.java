package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.OracleSelector.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Whether each connection of some pods has a verdict, whichever of the policies apply of which
/// that is not known: connection by connection.
final class OracleVerdicts {
  private OracleVerdicts() {}

  /// The directions in which it is so.
  static Set<String> decided(OracleNamespace namespace, OracleSubject pods) {
    Set<String> decided = new TreeSet<>();
    for (String direction : List.of("Ingress", "Egress")) {
      if (isDecided(namespace, pods, direction)) {
        decided.add(Oracle.word(direction));
      }
    }
    return decided;
  }

  private static boolean isDecided(
      OracleNamespace namespace, OracleSubject pods, String direction) {
    for (OraclePolicy policy : namespace.policies()) {
      if (policy.directions().contains(direction)
          && pods.matches(policy.selector()).equals(Answer.TRUE)) {
        // It admits a connection, or refuses it.
        return true;
      }
    }
    List<OracleAdmin> certain = new ArrayList<>();
    List<OracleAdmin> possible = new ArrayList<>();
    for (OracleAdmin admin : namespace.admins()) {
      Answer place = admin.namespaces().matches(namespace.labels());
      Answer applies = place.and(pods.matches(admin.pods()));
      if (applies.equals(Answer.TRUE)) {
        certain.add(admin);
      } else if (applies.equals(Answer.UNKNOWN)) {
        possible.add(admin);
      }
    }
    for (int chosen = 0; chosen < 1 << possible.size(); chosen++) {
      List<OracleAdmin> applying = new ArrayList<>(certain);
      for (int i = 0; i < possible.size(); i++) {
        if ((chosen >> i & 1) == 1) {
          applying.add(possible.get(i));
        }
      }
      if (!isDecided(namespace, pods, direction, applying)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDecided(
      OracleNamespace namespace, OracleSubject pods, String direction, List<OracleAdmin> applying) {
    OracleTier above = tier(namespace, direction, applying, false);
    OracleTier below = tier(namespace, direction, applying, true);
    for (long connection : namespace.connections(pods, direction)) {
      if (!above.decide(connection) && !below.decide(connection)) {
        return false;
      }
    }
    return true;
  }

  private static OracleTier tier(
      OracleNamespace namespace, String direction, List<OracleAdmin> applying, boolean baseline) {
    return new OracleTier(
        namespace,
        direction,
        applying.stream().filter(each -> each.baseline() == baseline).toList());
  }
}
