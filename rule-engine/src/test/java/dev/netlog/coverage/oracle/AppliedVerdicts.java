package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.OracleAdmin.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The points that decide a connection in one direction if some policies apply, as keys without the
/// subject.
final class AppliedVerdicts {
  private final OracleNamespace namespace;
  private final String direction;
  private final OracleApplied applied;
  private final List<OraclePolicy> certain;
  private final List<OraclePolicy> possible;

  /// @param matching whether labels that are not known are taken as such that NetworkPolicies apply
  AppliedVerdicts(
      OracleNamespace namespace, String direction, OracleApplied applied, boolean matching) {
    this.namespace = namespace;
    this.direction = direction;
    this.applied = applied;
    this.certain = new ArrayList<>(applied.certain());
    this.possible = matching ? List.of() : applied.possible();
    if (matching) {
      certain.addAll(applied.possible());
    }
  }

  /// Those that decide it whatever the order of admin policies and the labels that are not known.
  Set<String> surely(long connection) {
    Set<String> points = new TreeSet<>();
    List<Match> first = first(false, connection);
    if (first.size() > 1) {
      return points;
    }
    if (first.size() == 1 && !first.getFirst().isPass()) {
      return Set.of(first.getFirst().key(direction));
    }
    List<OraclePolicy> admitting = admitting(certain, connection);
    admitting.forEach(policy -> points.add(allow(policy)));
    if (!certain.isEmpty() && admitting.isEmpty() && admitting(possible, connection).isEmpty()) {
      points.add(deny());
    }
    if (certain.isEmpty() && possible.isEmpty()) {
      List<Match> baseline = first(true, connection);
      if (baseline.size() == 1) {
        points.add(baseline.getFirst().key(direction));
      }
    }
    return points;
  }

  /// Those that decide it in some order of admin policies, and for some labels.
  Set<String> possibly(long connection) {
    Set<String> points = new TreeSet<>();
    List<Match> first = first(false, connection);
    first.stream().filter(each -> !each.isPass()).forEach(each -> points.add(each.key(direction)));
    if (!first.isEmpty() && first.stream().noneMatch(Match::isPass)) {
      return points;
    }
    List<OraclePolicy> admitting = admitting(certain, connection);
    List<OraclePolicy> others = admitting(possible, connection);
    admitting.forEach(policy -> points.add(allow(policy)));
    others.forEach(policy -> points.add(allow(policy)));
    boolean isolated = !certain.isEmpty() || others.size() < possible.size();
    if (isolated && admitting.isEmpty()) {
      points.add(deny());
    }
    if (certain.isEmpty()) {
      first(true, connection).forEach(each -> points.add(each.key(direction)));
    }
    return points;
  }

  /// Whether a policy that surely applies and gives one of some points admits a connection.
  boolean isAdmittedBy(Set<String> points, long connection) {
    return admitting(certain, connection).stream()
        .anyMatch(policy -> points.contains(allow(policy)));
  }

  private List<OraclePolicy> admitting(List<OraclePolicy> some, long connection) {
    return some.stream().filter(policy -> admits(policy, connection)).toList();
  }

  private boolean admits(OraclePolicy policy, long connection) {
    return policy.rules(direction).stream()
        .anyMatch(rule -> namespace.matches(rule, direction, connection));
  }

  private String allow(OraclePolicy policy) {
    return Oracle.word(direction) + "|allow|" + OracleNamespace.name(policy);
  }

  private String deny() {
    return Oracle.word(direction) + "|deny|default-deny";
  }

  /// Whether nothing decides it in some order of admin policies, where no NetworkPolicy may apply.
  boolean isUndecided(long connection) {
    return certain.isEmpty()
        && possible.isEmpty()
        && !tier(false).decide(connection)
        && !tier(true).decide(connection);
  }

  private OracleTier tier(boolean baseline) {
    return new OracleTier(
        namespace,
        direction,
        applied.above().stream()
            .filter(each -> each.baseline() == baseline)
            .filter(each -> namespace.judge().obstacle(each) == null)
            .toList());
  }

  /// The first rule of a policy that matches a connection.
  private record Match(OracleAdmin admin, int index, Entry entry) {
    boolean isPass() {
      return entry.action().equals("pass");
    }

    String key(String direction) {
      return Oracle.word(direction) + "|" + entry.action() + "|" + admin.reason(direction, index);
    }
  }

  /// The matches of the admin policies, or of the baseline, that may come first.
  private List<Match> first(boolean baseline, long connection) {
    List<Match> matches =
        applied.above().stream()
            .filter(each -> each.baseline() == baseline)
            .filter(each -> namespace.judge().obstacle(each) == null)
            .flatMap(each -> first(each, connection).stream())
            .toList();
    int least = matches.stream().mapToInt(each -> each.admin().priority()).min().orElse(0);
    return matches.stream().filter(each -> each.admin().priority() == least).toList();
  }

  private List<Match> first(OracleAdmin admin, long connection) {
    List<Entry> entries = admin.entries(direction);
    for (int i = 0; i < entries.size(); i++) {
      if (namespace.matches(entries.get(i).rule(), direction, connection)) {
        return List.of(new Match(admin, i, entries.get(i)));
      }
    }
    return List.of();
  }
}
