package dev.netlog.coverage;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.AppliedPolicies;
import dev.netlog.platform.Reason;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a point is about beside its key: the labels of the subject, and the specs of the policies
/// behind it. Annotations are no part of it.
final class Meaning {
  private static final JsonPointer SPEC = JsonPointer.of("spec");

  private Meaning() {}

  /// Whether a point means something else than before. A deny point that has merely lost policies
  /// means the same.
  static boolean changed(SubjectPoint before, SubjectPoint after) {
    if (before.of() != null
        && after.of() != null
        && !before.of().labels().equals(after.of().labels())) {
      return true;
    }
    return switch (after.point().point().reason()) {
      case Reason.DefaultDeny _ -> hasMore(specs(before), specs(after));
      case Reason.Allowing(Resource policy, _) -> differ(before, policy);
      case Reason.AdminRule(Resource policy, _, _) -> differ(before, policy);
      case Reason.NamespaceRule(Resource policy, _, _) -> differ(before, policy);
      case Reason.Unmodelled(Resource policy, _) -> differ(before, policy);
    };
  }

  private static boolean hasMore(Set<Value> before, Set<Value> after) {
    return !before.containsAll(after);
  }

  private static Set<Value> specs(SubjectPoint point) {
    AppliedPolicies applied = point.point().point().applied();
    Set<Value> specs = new HashSet<>();
    Stream.of(applied.policies(), applied.possible())
        .flatMap(List::stream)
        .forEach(policy -> specs.add(spec(policy)));
    return specs;
  }

  private static boolean differ(SubjectPoint before, Resource policy) {
    Resource old =
        switch (before.point().point().reason()) {
          case Reason.DefaultDeny _ -> null;
          case Reason.Allowing(Resource other, _) -> other;
          case Reason.AdminRule(Resource other, _, _) -> other;
          case Reason.NamespaceRule(Resource other, _, _) -> other;
          case Reason.Unmodelled(Resource other, _) -> other;
        };
    return old == null || !spec(old).equals(spec(policy));
  }

  private static Value spec(Resource policy) {
    @Nullable Value spec = policy.content().at(SPEC);
    return spec == null ? Value.Null.NULL : spec;
  }
}
