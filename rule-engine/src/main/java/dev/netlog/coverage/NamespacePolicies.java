package dev.netlog.coverage;

import dev.netlog.model.Resource;
import dev.netlog.network.ConnectionSet;
import dev.netlog.network.Direction;
import dev.netlog.network.Truth;
import dev.netlog.policy.Connections;
import dev.netlog.policy.NetworkPolicy;
import dev.netlog.policy.PortNames;
import dev.netlog.policy.Space;
import dev.netlog.policy.Subject;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// The NetworkPolicies of one namespace: whom each selects and what it admits. Not safe for use by
/// several threads.
final class NamespacePolicies {
  private final Space space;
  private final String namespace;
  private final List<NetworkPolicy> policies;
  private final IdentityHashMap<Resource, Integer> indexes = new IdentityHashMap<>();
  private final PolicyIndex index;
  private final BitSet ingress = new BitSet();
  private final BitSet egress = new BitSet();
  private final Map<AdmittedKey, ConnectionSet> admitted = new HashMap<>();
  private final Questions questions;

  private record AdmittedKey(int policy, Direction direction, PortNames names) {}

  /// @param policies by name
  NamespacePolicies(
      Space space, String namespace, List<NetworkPolicy> policies, Questions questions) {
    this.space = space;
    this.namespace = namespace;
    this.policies = List.copyOf(policies);
    this.questions = questions;
    for (int i = 0; i < policies.size(); i++) {
      indexes.put(policies.get(i).resource(), i);
    }
    this.index = new PolicyIndex(policies);
    for (int i = 0; i < policies.size(); i++) {
      ingress.set(i, policies.get(i).isolates(Direction.INGRESS));
      egress.set(i, policies.get(i).isolates(Direction.EGRESS));
    }
  }

  List<NetworkPolicy> all() {
    return policies;
  }

  NetworkPolicy get(int policy) {
    return policies.get(policy);
  }

  Questions questions() {
    return questions;
  }

  /// All connections there are.
  ConnectionSet everything() {
    return space.everything();
  }

  int indexOf(Resource resource) {
    Integer known = indexes.get(resource);
    if (known == null) {
      throw new IllegalArgumentException("no policy of namespace " + namespace);
    }
    return known;
  }

  /// The policies that select a subject.
  ///
  /// @param answer `TRUE` for those that surely do, `UNKNOWN` for those that may
  BitSet selecting(Subject subject, Truth answer) {
    BitSet found = new BitSet();
    BitSet candidates = index.candidates(subject.labels());
    for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
      if (policies.get(i).selector().matches(subject.labels()) == answer) {
        found.set(i);
      }
    }
    return found;
  }

  /// Those of some policies that isolate pods in a direction.
  BitSet isolating(BitSet some, Direction direction) {
    BitSet isolating = (BitSet) some.clone();
    isolating.and(direction == Direction.INGRESS ? ingress : egress);
    return isolating;
  }

  /// What a policy admits in a direction, for a subject of these ports.
  ConnectionSet admittedBy(int policy, Direction direction, PortNames names) {
    NetworkPolicy rules = policies.get(policy);
    PortNames used =
        direction == Direction.EGRESS ? PortNames.NONE : names.only(rules.portNames(direction));
    return admitted.computeIfAbsent(
        new AdmittedKey(policy, direction, used),
        _ -> connections(direction, used).admittedBy(rules));
  }

  /// What each rule of a policy is about.
  List<ConnectionSet> rulesOf(int policy, Direction direction, PortNames names) {
    Connections connections = connections(direction, names);
    return policies.get(policy).rules(direction).stream().map(connections::of).toList();
  }

  private Connections connections(Direction direction, PortNames names) {
    return new Connections(space, namespace, direction, names);
  }
}
