package dev.netlog.coverage.compare;

import dev.netlog.coverage.SubjectPoint;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.network.KnownLabels;
import dev.netlog.platform.AppliedPolicies;
import dev.netlog.platform.Reason;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the differences of a point between the two sides of a change, apart from its key: its
/// state, the labels of its subject that selectors use, and the specs of its policies. Annotations
/// are not compared.
final class PointChanges {
  private static final JsonPointer SPEC = JsonPointer.of("spec");

  private final Set<String> selectorKeys;

  /// @param selectorKeys the label keys that a selector of either side uses
  PointChanges(Set<String> selectorKeys) {
    this.selectorKeys = Set.copyOf(selectorKeys);
  }

  /// The differences; empty if the point is the same. A deny point with the same state that only
  /// lost policies counts as the same.
  Set<PointChange> between(SubjectPoint before, SubjectPoint after) {
    Set<PointChange> changes = EnumSet.noneOf(PointChange.class);
    if (before.status() != after.status()) {
      changes.add(PointChange.STATE);
    }
    if (before.of() != null
        && after.of() != null
        && differ(before.of().labels(), after.of().labels())) {
      changes.add(PointChange.LABELS);
    }
    if (isOtherPolicy(before, after)) {
      changes.add(PointChange.POLICY);
    }
    return changes;
  }

  private boolean differ(KnownLabels before, KnownLabels after) {
    return !before.equals(after)
        && !(asked(before.known()).equals(asked(after.known()))
            && asked(before.unknownValues()).equals(asked(after.unknownValues())));
  }

  private Map<String, String> asked(Map<String, String> labels) {
    Map<String, String> asked = new HashMap<>(labels);
    asked.keySet().retainAll(selectorKeys);
    return asked;
  }

  private Set<String> asked(Set<String> labels) {
    Set<String> asked = new HashSet<>(labels);
    asked.retainAll(selectorKeys);
    return asked;
  }

  private static boolean isOtherPolicy(SubjectPoint before, SubjectPoint after) {
    if (after.point().point().reason() instanceof Reason.DefaultDeny) {
      return !specs(before).containsAll(specs(after));
    }
    return !Objects.equals(spec(before), spec(after));
  }

  private static Set<Value> specs(SubjectPoint point) {
    AppliedPolicies applied = point.point().point().applied();
    Set<Value> specs = new HashSet<>();
    Stream.of(applied.policies(), applied.possible())
        .flatMap(java.util.List::stream)
        .forEach(policy -> specs.add(spec(policy)));
    return specs;
  }

  private static @Nullable Value spec(SubjectPoint point) {
    return switch (point.point().point().reason()) {
      case Reason.DefaultDeny _ -> null;
      case Reason.Allowing(Resource policy, _) -> spec(policy);
      case Reason.AdminRule(Resource policy, _, _) -> spec(policy);
      case Reason.NamespaceRule(Resource policy, _, _) -> spec(policy);
      case Reason.Unmodelled(Resource policy, _) -> spec(policy);
    };
  }

  private static Value spec(Resource policy) {
    @Nullable Value spec = policy.content().at(SPEC);
    return spec == null ? Value.Null.NULL : spec;
  }
}
