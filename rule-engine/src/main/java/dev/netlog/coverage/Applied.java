package dev.netlog.coverage;

import dev.netlog.model.Resource;
import dev.netlog.network.Box;
import dev.netlog.network.ConnectionSet;
import dev.netlog.network.Direction;
import dev.netlog.network.Search;
import dev.netlog.platform.AppliedPolicies;
import dev.netlog.policy.PortNames;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The policies that apply to a group of subjects in one direction.
final class Applied implements AppliedPolicies {
  private final NamespacePolicies policies;
  private final Direction direction;
  private final PortNames names;
  private final AdminStage before;
  private final AdminStage behind;
  private final BitSet certain;
  private final BitSet maybe;
  private final List<Resource> certainObjects;
  private final List<Resource> possibleObjects;
  private final Map<BitSet, ConnectionSet> unions = new HashMap<>();

  Applied(
      NamespacePolicies policies,
      Direction direction,
      PortNames names,
      AdminStage before,
      AdminStage behind,
      BitSet certain,
      BitSet maybe) {
    this.policies = policies;
    this.direction = direction;
    this.names = names;
    this.before = before;
    this.behind = behind;
    this.certain = certain;
    this.maybe = maybe;
    this.certainObjects = objects(certain);
    this.possibleObjects = objects(maybe);
  }

  private List<Resource> objects(BitSet indexes) {
    return indexes.stream().mapToObj(i -> policies.get(i).resource()).toList();
  }

  boolean isEmpty() {
    return certain.isEmpty() && maybe.isEmpty();
  }

  BitSet certain() {
    return certain;
  }

  BitSet maybe() {
    return maybe;
  }

  AdminStage before() {
    return before;
  }

  AdminStage behind() {
    return behind;
  }

  NamespacePolicies namespace() {
    return policies;
  }

  PortNames names() {
    return names;
  }

  /// What a policy admits.
  ConnectionSet admittedBy(int policy) {
    return policies.admittedBy(policy, direction, names);
  }

  ConnectionSet admittedBy(Resource policy) {
    return admittedBy(policies.indexOf(policy));
  }

  /// What some policies admit.
  List<ConnectionSet> admittedBy(BitSet some) {
    return some.stream().mapToObj(this::admittedBy).toList();
  }

  /// Whether a policy decides some connection: one that it admits and that is left open before it.
  boolean acts(int policy) {
    ConnectionSet admitted = admittedBy(policy);
    return !admitted.isEmpty()
        && !(policies.questions().open(before, admitted, List.of()) instanceof Search.Answer.None);
  }

  /// Whether some connection is left that none of some policies admits.
  boolean denies(BitSet some) {
    return !(policies.questions().open(before, policies.everything(), admittedBy(some))
        instanceof Search.Answer.None);
  }

  /// Whether, of all sets of policies that may apply here, one leaves a connection that none of it
  /// admits. The smaller the set the more it leaves, but an empty one isolates nobody.
  boolean mayDeny() {
    if (!certain.isEmpty()) {
      return denies(certain);
    }
    return maybe.stream()
        .anyMatch(
            policy -> {
              BitSet alone = new BitSet();
              alone.set(policy);
              return denies(alone);
            });
  }

  @Override
  public List<Resource> policies() {
    return certainObjects;
  }

  @Override
  public List<Resource> possible() {
    return possibleObjects;
  }

  @Override
  public Share shared(Resource policy, List<Resource> others) {
    ConnectionSet admitted = admittedBy(policy);
    ConnectionSet united = united(others);
    if (policies.questions().open(before, admitted, List.of(united))
        instanceof Search.Answer.None) {
      return Share.ALL;
    }
    return meet(admitted, united) ? Share.PART : Share.NONE;
  }

  @Override
  public List<Resource> meeting(Resource policy, List<Resource> others) {
    ConnectionSet admitted = admittedBy(policy);
    return others.stream().filter(other -> meet(admittedBy(other), admitted)).toList();
  }

  /// What some policies admit together. Asked for each policy of a group with the same others.
  ConnectionSet united(List<Resource> others) {
    BitSet indexes = new BitSet();
    others.forEach(other -> indexes.set(policies.indexOf(other)));
    return unions.computeIfAbsent(
        indexes,
        _ -> {
          List<Box> boxes = new ArrayList<>();
          admittedBy(indexes).forEach(set -> boxes.addAll(set.boxes()));
          return ConnectionSet.of(boxes);
        });
  }

  private static boolean meet(ConnectionSet one, ConnectionSet other) {
    for (Box mine : one.boxes()) {
      for (Box theirs : other.boxes()) {
        if (mine.intersect(theirs) != null) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public List<Integer> rules(Resource policy) {
    List<ConnectionSet> rules = policies.rulesOf(policies.indexOf(policy), direction, names);
    List<Integer> acting = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      ConnectionSet rule = rules.get(i);
      if (!rule.isEmpty()
          && !(policies.questions().open(before, rule, List.of()) instanceof Search.Answer.None)) {
        acting.add(i);
      }
    }
    return acting;
  }
}
