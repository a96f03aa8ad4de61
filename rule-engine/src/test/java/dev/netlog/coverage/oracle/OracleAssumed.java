package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.OracleSelector.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The points of a virtual subject in one direction (gate.md A10): each policy is judged as if only
/// those applied that select each pod which it selects.
final class OracleAssumed {
  private final OracleNamespace namespace;
  private final OracleSubject subject;
  private final String direction;
  private final List<OraclePolicy> policies = new ArrayList<>();
  private final List<OracleAdmin> admins = new ArrayList<>();
  private final List<OracleAdmin> uncertain = new ArrayList<>();
  private final List<Selected> givers = new ArrayList<>();
  private final List<Selected> adminGivers = new ArrayList<>();

  /// The pods that a policy selects.
  private record Selected(OracleSelector namespaces, OracleSelector pods) {
    boolean isWithin(Selected other) {
      return namespaces.implies(other.namespaces) && pods.implies(other.pods);
    }
  }

  /// @param real the subjects of the namespace that count
  OracleAssumed(
      OracleNamespace namespace,
      OracleSubject subject,
      String direction,
      List<OracleSubject> real) {
    this.namespace = namespace;
    this.subject = subject;
    this.direction = direction;
    Map<String, String> labels = subject.pods().getFirst().known();
    for (OraclePolicy policy : namespace.policies()) {
      if (subject.matches(policy.selector()).equals(Answer.TRUE)) {
        if (policy.directions().contains(direction)) {
          policies.add(policy);
        }
        if (labels.equals(policy.selector().smallest())
            && real.stream().allMatch(r -> r.matches(policy.selector()).equals(Answer.FALSE))) {
          givers.add(selected(policy));
        }
      }
    }
    for (OracleAdmin admin : namespace.admins()) {
      Answer place = admin.namespaces().matches(namespace.labels());
      Answer applies = place.and(subject.matches(admin.pods()));
      if (applies.equals(Answer.UNKNOWN)) {
        uncertain.add(admin);
      } else if (applies.equals(Answer.TRUE)) {
        admins.add(admin);
        if (labels.equals(admin.pods().smallest())) {
          adminGivers.add(selected(admin));
        }
      }
    }
  }

  private static Selected selected(OraclePolicy policy) {
    return new Selected(OracleSelector.ALL, policy.selector());
  }

  /// A namespace that was read is the only one that counts.
  private Selected selected(OracleAdmin admin) {
    boolean anywhere = namespace.name().equals(OracleVirtual.ANYWHERE);
    return new Selected(anywhere ? admin.namespaces() : OracleSelector.ALL, admin.pods());
  }

  /// What decides some of the points.
  ///
  /// @param applied what their policy sees
  /// @param own whether a key without the subject is one of them
  record View(OracleApplied applied, Predicate<String> own) {}

  /// The points with what decides them.
  List<View> views() {
    List<View> views = new ArrayList<>();
    for (OracleAdmin admin : admins) {
      if (!isSkipped(admin)) {
        String start = "|" + OracleNamespace.name(admin) + "#";
        views.add(new View(applied(selected(admin)), key -> key.contains(start)));
      }
    }
    for (OraclePolicy policy : policies) {
      String end = "|allow|" + OracleNamespace.name(policy);
      views.add(new View(applied(selected(policy)), key -> key.endsWith(end)));
    }
    for (Selected giver : givers.isEmpty() ? adminGivers : givers) {
      views.add(new View(applied(giver), key -> key.endsWith("|default-deny")));
    }
    return views;
  }

  /// Whether policies that see different ones give the deny point.
  boolean isDeniedSeveralTimes() {
    Set<OracleApplied> views = new HashSet<>();
    for (Selected giver : givers.isEmpty() ? adminGivers : givers) {
      if (seenBy(giver).keySet().stream().anyMatch(key -> key.endsWith("|default-deny"))) {
        views.add(applied(giver));
      }
    }
    return views.size() > 1;
  }

  private OracleApplied applied(Selected judged) {
    return new OracleApplied(
        policies.stream().filter(each -> judged.isWithin(selected(each))).toList(),
        List.of(),
        admins.stream().filter(each -> judged.isWithin(selected(each))).toList(),
        List.of());
  }

  List<OraclePoint> points() {
    List<OraclePoint> points = new ArrayList<>();
    for (OracleAdmin admin : uncertain) {
      if (!isSkipped(admin)) {
        // A virtual subject's own labels are known.
        points.addAll(side().unknown(admin, "namespace-unknown"));
      }
    }
    for (OracleAdmin admin : admins) {
      if (!isSkipped(admin)) {
        for (OraclePoint point : seenBy(selected(admin)).values()) {
          if (point.owners().equals(Set.of(OracleNamespace.name(admin)))) {
            points.add(point);
          }
        }
      }
    }
    for (OraclePolicy policy : policies) {
      for (OraclePoint point : seenBy(selected(policy)).values()) {
        if (point.reason().equals(OracleNamespace.name(policy))) {
          points.add(point);
        }
      }
    }
    Map<String, OraclePoint> denied = new LinkedHashMap<>();
    for (Selected giver : givers.isEmpty() ? adminGivers : givers) {
      for (OraclePoint point : seenBy(giver).values()) {
        if (point.reason().equals("default-deny")) {
          denied.merge(point.key(), point, OracleAssumed::joined);
        }
      }
    }
    points.addAll(denied.values());
    return points;
  }

  private static OraclePoint joined(OraclePoint one, OraclePoint other) {
    Set<String> owners = new TreeSet<>(one.owners());
    owners.addAll(other.owners());
    return new OraclePoint(
        one.subject(),
        one.direction(),
        one.verdict(),
        one.reason(),
        owners,
        one.fingerprint().and(other.fingerprint()),
        one.judgement());
  }

  /// Whether the baseline has no say: NetworkPolicies isolate its pods, or all for which the
  /// subject is assumed.
  private boolean isSkipped(OracleAdmin admin) {
    return admin.baseline()
        && policies.stream()
            .map(OracleAssumed::selected)
            .anyMatch(
                policy ->
                    selected(admin).isWithin(policy)
                        || (givers.stream().allMatch(each -> each.isWithin(policy))
                            && adminGivers.stream().allMatch(each -> each.isWithin(policy))));
  }

  /// All points if only the policies apply that a policy with these pods sees.
  private Map<String, OraclePoint> seenBy(Selected judged) {
    OracleApplied applied = applied(judged);
    return side().points(applied.certain(), applied.above());
  }

  private OracleSide side() {
    return new OracleSide(namespace, subject, direction);
  }
}
