package dev.netlog.coverage.points;

import dev.netlog.coverage.input.NamespaceInput;
import dev.netlog.model.Resource;
import dev.netlog.network.Direction;
import dev.netlog.network.KnownLabels;
import dev.netlog.network.sets.ConnectionSet;
import dev.netlog.policy.Connections;
import dev.netlog.policy.Names;
import dev.netlog.policy.NetworkPolicy;
import dev.netlog.policy.PortNames;
import dev.netlog.policy.Space;
import dev.netlog.policy.Subject;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The NetworkPolicies of one namespace: the pods that each selects and the connections that it
/// allows. Not safe for use by several threads.
final class NamespacePolicies {
  /// The maximum number of policies that are compared with each other.
  private static final int MANY = 32;

  private static final BitSet NOBODY = new BitSet();

  private final Space space;
  private final String namespace;
  private final List<NetworkPolicy> policies;
  private final Map<Resource, Integer> indexes = new HashMap<>();
  private final PolicyIndex index;
  private final BitSet ingress = new BitSet();
  private final BitSet egress = new BitSet();
  private final Map<AdmittedKey, ConnectionSet> admitted = new HashMap<>();
  private final BitSet namesPorts = new BitSet();
  private final @Nullable ConnectionSet[] ingressAdmitted;
  private final @Nullable ConnectionSet[] egressAdmitted;
  private final Map<Direction, Meetings> meetings = new EnumMap<>(Direction.class);
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
    this.ingressAdmitted = new ConnectionSet[policies.size()];
    this.egressAdmitted = new ConnectionSet[policies.size()];
    for (int i = 0; i < policies.size(); i++) {
      ingress.set(i, policies.get(i).isolates(Direction.INGRESS));
      egress.set(i, policies.get(i).isolates(Direction.EGRESS));
      namesPorts.set(i, !policies.get(i).portNames(Direction.INGRESS).isEmpty());
    }
  }

  /// Reads the policies of a namespace.
  static NamespacePolicies of(Space space, NamespaceInput input, Questions questions) {
    // Policies that the API server refuses are not in the input.
    List<NetworkPolicy> read =
        input.policies().stream()
            .map(policy -> NetworkPolicy.read(policy, new ArrayList<>()))
            .toList();
    return new NamespacePolicies(space, input.name(), read, questions);
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

  /// The index of a policy, or of the one with its name; -1 if there is none.
  int find(Resource resource) {
    Integer known = indexes.get(resource);
    if (known != null) {
      return known;
    }
    String name = Names.name(resource);
    for (int i = 0; i < policies.size(); i++) {
      if (policies.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /// The policies that select a subject.
  ///
  /// @param certain those that certainly select it
  /// @param possible those that may
  record Selecting(BitSet certain, BitSet possible) {}

  /// The policies that select a subject.
  Selecting selecting(Subject subject) {
    BitSet certain = index.settled(subject.labels());
    BitSet possible = new BitSet();
    BitSet candidates = index.candidates(subject.labels());
    candidates.andNot(certain);
    for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
      switch (policies.get(i).selector().matches(subject.labels())) {
        case TRUE -> certain.set(i);
        case UNKNOWN -> possible.set(i);
        case FALSE -> {}
      }
    }
    return new Selecting(certain, possible);
  }

  /// The policies that select one of some subjects, or may.
  BitSet selecting(Collection<Subject> subjects) {
    BitSet selecting = new BitSet();
    Set<KnownLabels> seen = new HashSet<>();
    for (Subject subject : subjects) {
      if (seen.add(subject.labels())) {
        Selecting found = selecting(subject);
        selecting.or(found.certain());
        selecting.or(found.possible());
      }
    }
    return selecting;
  }

  /// The ones among some policies that isolate pods in a direction.
  BitSet isolating(BitSet some, Direction direction) {
    BitSet isolating = (BitSet) some.clone();
    isolating.and(direction == Direction.INGRESS ? ingress : egress);
    return isolating;
  }

  /// The connections that a policy allows in a direction, for a subject with these ports.
  ConnectionSet admittedBy(int policy, Direction direction, PortNames names) {
    NetworkPolicy rules = policies.get(policy);
    if (direction == Direction.EGRESS || !namesPorts.get(policy)) {
      @Nullable ConnectionSet[] plain =
          direction == Direction.EGRESS ? egressAdmitted : ingressAdmitted;
      ConnectionSet known = plain[policy];
      if (known == null) {
        known = connections(direction, PortNames.NONE).admittedBy(rules);
        plain[policy] = known;
      }
      return known;
    }
    PortNames used = names.only(rules.portNames(direction));
    return admitted.computeIfAbsent(
        new AdmittedKey(policy, direction, used),
        _ -> connections(direction, used).admittedBy(rules));
  }

  /// The ones among some policies that allow a connection which this policy allows too; null if
  /// they are so many that comparing with all of them together is cheaper.
  @Nullable BitSet meeting(int policy, BitSet some, Direction direction, PortNames names) {
    BitSet named = direction == Direction.INGRESS ? namesPorts : NOBODY;
    if (named.get(policy) || policies.size() < MANY) {
      return each(policy, some, direction, names);
    }
    BitSet plain = meetings(direction).of(policy);
    if (plain == null) {
      return null;
    }
    BitSet asked = (BitSet) some.clone();
    asked.and(named);
    BitSet meeting = asked.isEmpty() ? asked : each(policy, asked, direction, names);
    BitSet others = (BitSet) some.clone();
    others.and(plain);
    meeting.or(others);
    return meeting;
  }

  private BitSet each(int policy, BitSet some, Direction direction, PortNames names) {
    ConnectionSet own = admittedBy(policy, direction, names);
    BitSet meeting = new BitSet();
    for (int i = some.nextSetBit(0); i >= 0; i = some.nextSetBit(i + 1)) {
      meeting.set(i, admittedBy(i, direction, names).meets(own));
    }
    return meeting;
  }

  private Meetings meetings(Direction direction) {
    Meetings known = meetings.get(direction);
    if (known == null) {
      BitSet plain = new BitSet();
      plain.set(0, policies.size());
      if (direction == Direction.INGRESS) {
        plain.andNot(namesPorts);
      }
      known = new Meetings(plain, policy -> admittedBy(policy, direction, PortNames.NONE));
      meetings.put(direction, known);
    }
    return known;
  }

  /// The connections that each rule of a policy matches.
  List<ConnectionSet> rulesOf(int policy, Direction direction, PortNames names) {
    Connections connections = connections(direction, names);
    return policies.get(policy).rules(direction).stream().map(connections::of).toList();
  }

  private Connections connections(Direction direction, PortNames names) {
    return new Connections(space, namespace, direction, names);
  }
}
