package dev.netlog.coverage.points;

import dev.netlog.coverage.Group;
import dev.netlog.coverage.JudgedPoint;
import dev.netlog.coverage.LostGovernance;
import dev.netlog.coverage.LostGovernance.Extent;
import dev.netlog.coverage.NamespaceCoverage;
import dev.netlog.coverage.input.TargetKinds;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.network.Direction;
import dev.netlog.network.Selector;
import dev.netlog.platform.Reason;
import dev.netlog.policy.AdminPolicy;
import dev.netlog.policy.Names;
import dev.netlog.policy.NetworkPolicy;
import dev.netlog.policy.Subject;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds directions in which policies of the base governed pods without a workload in the input,
/// and no policy of the head does; or in which each connection had a verdict, and some has none.
///
/// Such pods are those of the base's virtual subjects, and all others that a policy with a virtual
/// subject selected: each value of an `In` counts. A loss requires a policy that still exists at
/// the head: the one of the virtual subject, or one that governed the direction. A policy that is
/// gone is reported as deleted.
final class VirtualGovernance {
  private static final JsonPointer SPEC = JsonPointer.of("spec");

  private final BaseOfChange base;
  private final NamespaceCoverage before;
  private final SubjectGroups past;
  private final SubjectGroups present;
  private final NamespacePolicies policies;
  private final NamespacePolicies now;
  private final Predicate<Resource> stored;
  private final Map<Resource, Boolean> standing = new HashMap<>();
  private final List<LostGovernance> lost = new ArrayList<>();

  /// @param before the namespace at the base
  /// @param past its policies at the base
  /// @param present its policies at the head
  /// @param stored whether the head's cluster has an object of the same identity
  VirtualGovernance(
      BaseOfChange base,
      NamespaceCoverage before,
      SubjectGroups past,
      SubjectGroups present,
      Predicate<Resource> stored) {
    this.base = base;
    this.before = before;
    this.past = past;
    this.present = present;
    this.policies = past.policies();
    this.now = present.policies();
    this.stored = stored;
  }

  /// The losses.
  List<LostGovernance> find() {
    List<NetworkPolicy> idle = idle();
    Map<Map<String, String>, List<NetworkPolicy>> givers = new LinkedHashMap<>();
    for (NetworkPolicy policy : idle) {
      Map<String, String> labels = policy.selector().smallestLabels();
      if (labels != null) {
        givers.computeIfAbsent(labels, _ -> new ArrayList<>()).add(policy);
      }
    }
    for (Group group : before.groups()) {
      Map<Direction, Set<Resource>> governors = governors(group);
      for (Subject subject : group.subjects()) {
        if (subject.isVirtual()) {
          List<NetworkPolicy> own = givers.getOrDefault(subject.labels().known(), List.of());
          check(subject, subject, joined(governors, governors(subject)), own);
          others(subject, own);
          others(subject, governors);
        }
      }
    }
    return lost;
  }

  /// The policies that select no workload of the base.
  private List<NetworkPolicy> idle() {
    BitSet selecting =
        policies.selecting(
            before.groups().stream().flatMap(group -> group.real().stream()).toList());
    List<NetworkPolicy> idle = new ArrayList<>();
    for (int i = 0; i < policies.all().size(); i++) {
      if (!selecting.get(i)) {
        idle.add(policies.get(i));
      }
    }
    return idle;
  }

  /// Checks the other pods that policies with a virtual subject select.
  private void others(Subject virtual, List<NetworkPolicy> givers) {
    for (NetworkPolicy policy : givers) {
      int index = now.find(policy.resource());
      Selector selector = index < 0 ? policy.selector() : now.get(index).selector();
      for (Subject pods : SelectedPods.of(virtual, policy.selector(), selector)) {
        check(virtual, pods, governors(pods), List.of(policy));
      }
    }
  }

  /// The same for the cluster-scoped policies that govern a virtual subject.
  private void others(Subject virtual, Map<Direction, Set<Resource>> governors) {
    for (AdminPolicy policy : present.adminPolicies()) {
      Map<Direction, Set<Resource>> own = new EnumMap<>(Direction.class);
      governors.forEach(
          (direction, some) -> {
            Optional<Resource> same =
                some.stream().filter(each -> isSame(each, policy.resource())).findFirst();
            same.ifPresent(resource -> own.put(direction, Set.of(resource)));
          });
      past.adminPolicies().stream()
          .filter(each -> own.values().stream().anyMatch(some -> some.contains(each.resource())))
          .filter(each -> virtual.labels().known().equals(each.pods().smallestLabels()))
          .forEach(
              each ->
                  SelectedPods.of(virtual, each, policy)
                      .forEach(pods -> check(virtual, pods, own, List.of())));
    }
  }

  private static boolean isSame(Resource one, Resource other) {
    return TargetKinds.identity(one).equals(TargetKinds.identity(other));
  }

  /// Adds the directions in which pods are not governed any more.
  ///
  /// @param virtual the subject that names them in reports
  /// @param governors the policies that governed them, by direction
  /// @param givers the policies of the virtual subject
  private void check(
      Subject virtual,
      Subject pods,
      Map<Direction, Set<Resource>> governors,
      List<NetworkPolicy> givers) {
    boolean given = givers.stream().anyMatch(policy -> stands(policy.resource()));
    @Nullable Set<Direction> still = null;
    for (Map.Entry<Direction, Set<Resource>> each : governors.entrySet()) {
      Set<Resource> some = each.getValue();
      boolean counts = given || some.stream().anyMatch(this::stands);
      if (counts && some.stream().noneMatch(policy -> base.retained().lacks(policy.id()))) {
        still = still == null ? present.governed(pods) : still;
        Extent extent = extent(each.getKey(), pods, still);
        if (extent != null) {
          lost.add(new LostGovernance(virtual.id(), each.getKey(), extent, was(pods, some)));
        }
      }
    }
  }

  /// How much of a direction in which policies governed pods is lost; null if nothing is.
  ///
  /// @param still the directions in which policies govern them now
  private @Nullable Extent extent(Direction direction, Subject pods, Set<Direction> still) {
    if (!still.contains(direction)) {
      return Extent.ALL;
    }
    boolean less =
        !present.decided(pods).contains(direction) && past.decided(pods).contains(direction);
    return less ? Extent.SOME : null;
  }

  private static String was(Subject pods, Set<Resource> governors) {
    return SelectedPods.text(pods)
        + ", which "
        + governors.stream().map(Names::reference).sorted().collect(Collectors.joining(", "))
        + " governed";
  }

  /// The cluster-scoped policies behind the counted points of a group, by direction.
  private static Map<Direction, Set<Resource>> governors(Group group) {
    Map<Direction, Set<Resource>> governors = new EnumMap<>(Direction.class);
    for (JudgedPoint point : group.points()) {
      Direction direction = point.point().direction();
      if (point.isCounted()
          && direction != null
          && point.point().reason() instanceof Reason.AdminRule(Resource policy, _, _)) {
        governors.computeIfAbsent(direction, _ -> new LinkedHashSet<>()).add(policy);
      }
    }
    return governors;
  }

  private static Map<Direction, Set<Resource>> joined(
      Map<Direction, Set<Resource>> some, Map<Direction, Set<Resource>> others) {
    Map<Direction, Set<Resource>> all = new EnumMap<>(Direction.class);
    for (Map<Direction, Set<Resource>> each : List.of(some, others)) {
      each.forEach(
          (direction, policies) ->
              all.computeIfAbsent(direction, _ -> new LinkedHashSet<>()).addAll(policies));
    }
    return all;
  }

  /// The NetworkPolicies of the base that select pods, by direction.
  private Map<Direction, Set<Resource>> governors(Subject pods) {
    BitSet selecting = policies.selecting(pods).certain();
    Map<Direction, Set<Resource>> governors = new EnumMap<>(Direction.class);
    for (Direction direction : Direction.values()) {
      BitSet isolating = policies.isolating(selecting, direction);
      if (!isolating.isEmpty()) {
        Set<Resource> some = governors.computeIfAbsent(direction, _ -> new LinkedHashSet<>());
        isolating.stream().forEach(policy -> some.add(policies.get(policy).resource()));
      }
    }
    return governors;
  }

  private boolean stands(Resource policy) {
    return standing.computeIfAbsent(
        policy,
        _ -> !base.retained().lacks(policy.id()) && (stored.test(policy) || isRenamed(policy)));
  }

  /// Whether a policy that only the head has differs in name and selector alone.
  private boolean isRenamed(Resource policy) {
    Value.Mapping spec = rest(policy);
    return now.all().stream()
        .map(NetworkPolicy::resource)
        .anyMatch(
            other ->
                other.id().groupKind().equals(policy.id().groupKind())
                    && rest(other).equals(spec)
                    && base.input().policies().stream()
                        .noneMatch(known -> Objects.equals(Names.name(known), Names.name(other))));
  }

  /// The spec of a policy without its selector.
  private static Value.Mapping rest(Resource policy) {
    Map<String, Value> members = new LinkedHashMap<>(policy.content().mappingAt(SPEC).members());
    members.remove("podSelector");
    return new Value.Mapping(members);
  }
}
