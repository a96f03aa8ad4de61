package dev.netlog.coverage.points;

import dev.netlog.coverage.input.ClusterRules;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.network.Direction;
import dev.netlog.platform.Notice;
import dev.netlog.policy.Names;
import dev.netlog.policy.NetworkPolicy;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Finds the rules of NetworkPolicies that decide nothing, because admin policies decide all their
/// connections for every selected pod.
final class ShadowedRules {
  private static final JsonPointer SPEC = JsonPointer.of("spec");

  private final NamespacePolicies policies;
  private final Map<Direction, Map<Integer, BitSet>> shadowed = new EnumMap<>(Direction.class);

  ShadowedRules(NamespacePolicies policies) {
    this.policies = policies;
  }

  /// Adds the policies that apply to subjects in one situation.
  void add(Situation situation, ClusterRules cluster) {
    for (Direction direction : Direction.values()) {
      PolicyViews views = new PolicyViews(situation, policies, cluster, direction);
      ApplicablePolicies applied = views.all();
      BitSet selecting = (BitSet) applied.certain().clone();
      selecting.or(applied.maybe());
      Map<Integer, BitSet> known = shadowed.computeIfAbsent(direction, _ -> new TreeMap<>());
      selecting.stream().forEach(policy -> add(policy, views.of(policy), direction, known));
    }
  }

  private void add(
      int policy, ApplicablePolicies applied, Direction direction, Map<Integer, BitSet> known) {
    BitSet before = known.get(policy);
    if (before != null && before.isEmpty()) {
      return;
    }
    BitSet here =
        applied.stages().last().decidesNothing()
            ? new BitSet()
            : hidden(policy, applied, direction);
    if (before == null) {
      known.put(policy, here);
    } else {
      before.and(here);
    }
  }

  private BitSet hidden(int policy, ApplicablePolicies applied, Direction direction) {
    NetworkPolicy rules = policies.get(policy);
    BitSet hidden = new BitSet();
    hidden.set(0, rules.rules(direction).size());
    applied.rules(rules.resource()).forEach(hidden::clear);
    applied.empty(rules.resource()).forEach(hidden::clear);
    return hidden;
  }

  /// One notice per rule.
  List<Notice> notices() {
    List<Notice> notices = new ArrayList<>();
    shadowed.forEach(
        (direction, known) ->
            known.forEach(
                (policy, rules) ->
                    rules.stream().forEach(rule -> notices.add(notice(policy, direction, rule)))));
    return notices;
  }

  private Notice notice(int policy, Direction direction, int rule) {
    Resource resource = policies.get(policy).resource();
    return new Notice(
        new Notice.Shadowed(new Notice.AdminRules()),
        resource,
        Names.reference(resource),
        SPEC.child(direction.word()).child(rule),
        List.of());
  }
}
