package dev.netlog.coverage.points;

import dev.netlog.coverage.input.AdminStage;
import dev.netlog.coverage.input.AdminStages;
import dev.netlog.model.Resource;
import dev.netlog.network.Direction;
import dev.netlog.network.Truth;
import dev.netlog.network.sets.Box;
import dev.netlog.network.sets.ConnectionSet;
import dev.netlog.network.sets.Search;
import dev.netlog.platform.AppliedPolicies;
import dev.netlog.platform.Reason;
import dev.netlog.platform.VerdictRegion;
import dev.netlog.policy.PortNames;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The policies that apply to a group of subjects in one direction.
final class ApplicablePolicies implements AppliedPolicies {
  /// The maximum number of sets that are passed on without building their union.
  private static final int FEW = 16;

  private final NamespacePolicies policies;
  private final Direction direction;
  private final PortNames names;
  private final AdminStages stages;
  private final AdminStage before;
  private final BitSet certain;
  private final BitSet maybe;
  private final List<Resource> certainObjects;
  private final List<Resource> possibleObjects;

  private List<Resource> askedList = List.of();
  private BitSet asked = new BitSet();
  private @Nullable ConnectionSet united;

  ApplicablePolicies(
      NamespacePolicies policies,
      Direction direction,
      PortNames names,
      AdminStages stages,
      BitSet certain,
      BitSet maybe) {
    this.policies = policies;
    this.direction = direction;
    this.names = names;
    this.stages = stages;
    this.before = stages.last();
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

  /// The cluster-scoped policies before and after NetworkPolicies.
  AdminStages stages() {
    return stages;
  }

  NamespacePolicies namespace() {
    return policies;
  }

  /// The connections that a policy allows.
  ConnectionSet admittedBy(int policy) {
    return policies.admittedBy(policy, direction, names);
  }

  private ConnectionSet admittedBy(Resource policy) {
    return admittedBy(policies.indexOf(policy));
  }

  /// The connections that some policies allow.
  private List<ConnectionSet> admittedBy(BitSet some) {
    return some.stream().mapToObj(this::admittedBy).toList();
  }

  /// Whether a policy decides any connection: one that it allows and that no earlier tier decides.
  /// Unknown if the search exceeds its budget.
  Truth acts(int policy) {
    ConnectionSet admitted = admittedBy(policy);
    if (admitted.isEmpty() || before.decidesNothing()) {
      return admitted.isEmpty() ? Truth.FALSE : Truth.TRUE;
    }
    return switch (policies.questions().open(before, admitted, List.of())) {
      case Search.Answer.Some _ -> Truth.TRUE;
      case Search.Answer.None _ -> Truth.FALSE;
      case Search.Answer.GaveUp _ -> Truth.UNKNOWN;
    };
  }

  /// Searches for a connection that no earlier tier decides and that none of some policies allows.
  private Search.Answer refused(BitSet some) {
    return policies.questions().open(before, policies.everything(), admittedBy(some));
  }

  /// Whether some policies leave a connection that none of them allows, as far as known.
  private boolean denies(BitSet some) {
    return !(refused(some) instanceof Search.Answer.None);
  }

  /// The connections that are allowed if any policy applies; none of those that only each of many
  /// possible policies allows.
  private List<ConnectionSet> surelyAdmitted() {
    return certain.isEmpty() && maybe.cardinality() <= FEW
        ? admittedBy(maybe).stream().reduce(ConnectionSet::intersect).stream().toList()
        : admittedBy(certain);
  }

  /// Whether any possible combination of the policies leaves a connection that none of them allows.
  /// Fewer policies leave more, but without any policy the pod is not isolated.
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

  /// Whether each possible combination of the policies leaves a connection that none of them
  /// allows, if one does. Unknown if the search exceeds its budget.
  Truth alwaysDenies() {
    if (certain.isEmpty()) {
      return Truth.FALSE;
    }
    if (maybe.isEmpty()) {
      return Truth.TRUE;
    }
    BitSet all = (BitSet) certain.clone();
    all.or(maybe);
    return switch (refused(all)) {
      case Search.Answer.Some _ -> Truth.TRUE;
      case Search.Answer.None _ -> Truth.FALSE;
      case Search.Answer.GaveUp _ -> Truth.UNKNOWN;
    };
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
    int index = policies.indexOf(policy);
    ConnectionSet admitted = admittedBy(index);
    ask(others);
    BitSet near = policies.meeting(index, asked, direction, names);
    if (near != null && near.cardinality() <= FEW) {
      return near.isEmpty() ? Share.NONE : share(admitted, admittedBy(near));
    }
    ConnectionSet all = united(others);
    return admitted.meets(all) ? share(admitted, List.of(all)) : Share.NONE;
  }

  private Share share(ConnectionSet admitted, List<ConnectionSet> others) {
    return policies.questions().open(before, admitted, others) instanceof Search.Answer.None
        ? Share.ALL
        : Share.PART;
  }

  @Override
  public List<Resource> meeting(Resource policy, List<Resource> others) {
    ConnectionSet admitted = admittedBy(policy);
    return others.stream()
        .filter(other -> other.equals(policy) || admittedBy(other).meets(admitted))
        .toList();
  }

  /// The union of what some policies allow.
  private ConnectionSet united(List<Resource> others) {
    ask(others);
    ConnectionSet known = united;
    if (known == null) {
      List<Box> boxes = new ArrayList<>();
      admittedBy(asked).forEach(set -> boxes.addAll(set.boxes()));
      known = ConnectionSet.of(boxes);
      united = known;
    }
    return known;
  }

  /// Remembers the last list: all policies of a group are compared with the same one.
  private void ask(List<Resource> others) {
    if (!others.equals(askedList)) {
      asked = new BitSet();
      others.forEach(other -> asked.set(policies.indexOf(other)));
      askedList = others;
      united = null;
    }
  }

  /// The indexes of a policy's rules that match no connection at all.
  List<Integer> empty(Resource policy) {
    List<ConnectionSet> rules = policies.rulesOf(policies.indexOf(policy), direction, names);
    return IntStream.range(0, rules.size()).filter(i -> rules.get(i).isEmpty()).boxed().toList();
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

  @Override
  public List<VerdictRegion.Part> undecided() {
    if (!isEmpty()) {
      return List.of();
    }
    AdminStage last = stages.behind().isEmpty() ? before : stages.behind().getLast();
    return last.undecided(new VerdictRegion.Part(policies.everything(), List.of()), false);
  }

  @Override
  public List<VerdictRegion> regions(Reason reason, Predicate<Resource> logged) {
    VerdictRegions regions = new VerdictRegions(this);
    return switch (reason) {
      case Reason.Allowing(Resource policy, _) ->
          regions.leftOpen(
              admittedBy(policy),
              List.of(
                  united(
                      Stream.concat(certainObjects.stream(), possibleObjects.stream())
                          .filter(logged)
                          .toList())));
      case Reason.DefaultDeny _ -> {
        BitSet all = (BitSet) certain.clone();
        all.or(maybe);
        yield maybe.isEmpty()
            ? regions.leftOpen(policies.everything(), admittedBy(certain))
            : regions.leftOpen(policies.everything(), admittedBy(all), surelyAdmitted());
      }
      case Reason.AdminRule rule -> regions.of(rule);
      case Reason.NamespaceRule _, Reason.Unmodelled _, Reason.UnreadText _ -> List.of();
    };
  }
}
