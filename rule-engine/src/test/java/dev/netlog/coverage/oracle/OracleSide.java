package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.OracleJudge.Admits;
import dev.netlog.coverage.oracle.OracleJudge.Situation;
import dev.netlog.coverage.oracle.OraclePoint.Fingerprint;
import dev.netlog.coverage.oracle.OraclePoint.Judgement;
import dev.netlog.coverage.oracle.OracleSubject.NamedPort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The points of one subject in one direction.
final class OracleSide {
  private final OracleNamespace namespace;
  private final OracleSubject subject;
  private final String direction;
  private final List<OraclePolicy> concerned = new ArrayList<>();

  OracleSide(OracleNamespace namespace, OracleSubject subject, String direction) {
    this.namespace = namespace;
    this.subject = subject;
    this.direction = direction;
  }

  List<OraclePoint> points() {
    OracleApplied applied = OracleApplied.of(namespace, subject, direction);
    List<OraclePolicy> possible = applied.possible();
    List<OracleAdmin> above = applied.above();
    List<OraclePoint> points = new ArrayList<>();
    for (OracleApplied.Unsure each : applied.unsure()) {
      points.addAll(unknown(each.admin(), each.cause()));
    }
    concerned.addAll(applied.certain());
    concerned.addAll(possible);
    List<Map<String, OraclePoint>> scenarios = new ArrayList<>();
    for (int chosen = 0; chosen < 1 << possible.size(); chosen++) {
      List<OraclePolicy> policies = new ArrayList<>(applied.certain());
      for (int i = 0; i < possible.size(); i++) {
        if ((chosen >> i & 1) == 1) {
          policies.add(possible.get(i));
        }
      }
      scenarios.add(scenario(policies, above));
    }
    for (OraclePoint point : OracleScenarios.together(scenarios)) {
      points.add(settled(point, above));
    }
    return points;
  }

  /// The points if exactly these policies apply.
  Map<String, OraclePoint> points(List<OraclePolicy> applied, List<OracleAdmin> above) {
    concerned.addAll(applied);
    Map<String, OraclePoint> points = new LinkedHashMap<>();
    scenario(applied, above).forEach((key, point) -> points.put(key, settled(point, above)));
    return points;
  }

  /// What is not programmed is not logged, whatever else is not known.
  private OraclePoint settled(OraclePoint point, List<OracleAdmin> above) {
    for (OracleAdmin admin : above) {
      String obstacle = namespace.judge().obstacle(admin);
      if (obstacle != null && point.owners().contains(OracleNamespace.name(admin))) {
        return point.with(Judgement.missed(obstacle));
      }
    }
    return point;
  }

  /// Each rule of an admin object of which it is not known whether it applies. What is not
  /// programmed is not logged in either case.
  List<OraclePoint> unknown(OracleAdmin admin, String cause) {
    String obstacle = namespace.judge().obstacle(admin);
    Judgement judgement = obstacle == null ? Judgement.unknown(cause) : Judgement.missed(obstacle);
    List<OraclePoint> points = new ArrayList<>();
    for (int i = 0; i < admin.entries(direction).size(); i++) {
      Judgement matching = namespace.judge().admin(admin, direction, i);
      points.add(admin(admin, i, judgement).with(judgement, matching));
    }
    return points;
  }

  private OraclePoint admin(OracleAdmin admin, int index, Judgement judgement) {
    return new OraclePoint(
        subject.id(),
        Oracle.word(direction),
        admin.entries(direction).get(index).action(),
        admin.reason(direction, index),
        Set.of(OracleNamespace.name(admin)),
        Fingerprint.of(subject, List.of(Meaning.of(admin))),
        judgement);
  }

  /// The points where exactly these policies apply.
  private Map<String, OraclePoint> scenario(List<OraclePolicy> applied, List<OracleAdmin> above) {
    Map<String, OraclePoint> points = new LinkedHashMap<>();
    Set<Long> all = namespace.connections(subject, direction);
    Set<Long> open = admin(false, above, all, points);
    Situation situation =
        new Situation(
            namespace.name(),
            namespace.namespaceObject(),
            subject.windows(),
            direction,
            applied.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList());
    Admitted admitted = new Admitted(open);
    for (OraclePolicy policy : applied) {
      boolean undeclared = namesWhatNoTemplateDeclares(policy);
      if (!admitted.of(policy).isEmpty() || undeclared) {
        String reason = "NetworkPolicy/" + namespace.name() + "/" + policy.name();
        Judgement known = namespace.judge().allow(situation, policy, admitted);
        add(
            points,
            "allow",
            reason,
            Set.of(OracleNamespace.name(policy)),
            Fingerprint.of(subject, List.of(Meaning.of(policy))),
            known);
        if (undeclared && !isSettled(situation, policy, admitted)) {
          // Nothing that is known of it can be covered by others.
          boolean others = known.unattributed() && admitted.of(policy).isEmpty();
          points.computeIfPresent(
              subject.id() + "|" + Oracle.word(direction) + "|allow|" + reason,
              (_, point) ->
                  point.with(
                      Judgement.unknown("named-port-unresolved"),
                      others ? Judgement.missed("not-annotated") : known));
        }
      }
    }
    if (applied.isEmpty()) {
      admin(true, above, open, points);
    } else if (open.stream()
        .anyMatch(each -> applied.stream().noneMatch(policy -> admitted.is(policy, each)))) {
      Set<String> owners = new TreeSet<>();
      applied.forEach(policy -> owners.add(OracleNamespace.name(policy)));
      add(
          points,
          "deny",
          "default-deny",
          owners,
          Fingerprint.of(subject, concerned.stream().map(Meaning::of).toList()),
          namespace.judge().deny(situation));
    }
    return points;
  }

  /// Whether a rule at ingress names a port that is in no template which was read of the namespace,
  /// and a container that was not read may have it (gate.md A12).
  private boolean namesWhatNoTemplateDeclares(OraclePolicy policy) {
    Set<NamedPort> declared = namespace.declared();
    return direction.equals("Ingress")
        && declared != null
        && !subject.isVirtual()
        && policy.ingress().stream()
            .flatMap(rule -> rule.ports().stream())
            .anyMatch(test -> test instanceof OracleRule.Named port && !port.isIn(declared));
  }

  /// Whether further connections of a policy leave its state as it is: others of its connections
  /// leave no record anyway, or its own logging covers all.
  private boolean isSettled(Situation situation, OraclePolicy policy, Admitted admitted) {
    Judgement known = namespace.judge().allow(situation, policy, admitted);
    boolean isCovered = known.state().equals("covered");
    return (isCovered || !admitted.of(policy).isEmpty()) && !known.unattributed();
  }

  private void add(
      Map<String, OraclePoint> points,
      String verdict,
      String reason,
      Set<String> owners,
      Fingerprint fingerprint,
      Judgement judgement) {
    String word = Oracle.word(direction);
    OraclePoint point =
        new OraclePoint(subject.id(), word, verdict, reason, owners, fingerprint, judgement);
    points.put(point.key(), point);
  }

  /// Adds the points of admin policies, or of the baseline; the connections that are left.
  private Set<Long> admin(
      boolean baseline, List<OracleAdmin> above, Set<Long> all, Map<String, OraclePoint> points) {
    List<OracleAdmin> tier = above.stream().filter(each -> each.baseline() == baseline).toList();
    if (tier.isEmpty()) {
      return all;
    }
    OracleTier rules = new OracleTier(namespace, direction, tier);
    Set<Long> left = new LinkedHashSet<>();
    for (long connection : all) {
      if (!rules.decide(connection)) {
        left.add(connection);
      }
    }
    for (OracleTier.Ranked each : rules.policies()) {
      for (int index : each.first()) {
        Judgement judgement = namespace.judge().admin(each.admin(), direction, index);
        OraclePoint point = admin(each.admin(), index, judgement);
        points.put(point.key(), point);
      }
    }
    return left;
  }

  /// What policies admit of the connections that are left to them.
  private final class Admitted implements Admits {
    private final Set<Long> open;
    private final Map<String, Set<Long>> known = new HashMap<>();

    Admitted(Set<Long> open) {
      this.open = open;
    }

    @Override
    public Set<Long> of(OraclePolicy policy) {
      return known.computeIfAbsent(
          policy.name(),
          _ -> {
            Set<Long> admitted = new LinkedHashSet<>();
            for (long connection : open) {
              if (is(policy, connection)) {
                admitted.add(connection);
              }
            }
            return admitted;
          });
    }

    @Override
    public boolean is(OraclePolicy policy, long connection) {
      return policy.rules(direction).stream()
          .anyMatch(rule -> namespace.matches(rule, direction, connection));
    }

    @Override
    public List<Integer> rules(OraclePolicy policy) {
      List<Integer> rules = new ArrayList<>();
      for (int i = 0; i < policy.rules(direction).size(); i++) {
        OracleRule rule = policy.rules(direction).get(i);
        if (open.stream().anyMatch(each -> namespace.matches(rule, direction, each))) {
          rules.add(i);
        }
      }
      return rules;
    }
  }
}
