package dev.netlog.coverage.compare;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.network.Direction;
import dev.netlog.platform.Platform;
import dev.netlog.platform.Point;
import dev.netlog.platform.Reason;
import dev.netlog.policy.AdminPolicy;
import dev.netlog.policy.NetworkPolicy;
import dev.netlog.policy.PortClause;
import dev.netlog.policy.Tier;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The meanings of the policies of a comparison; each policy is read once.
final class Meanings {
  private static final JsonPointer SPEC = JsonPointer.of("spec");

  private final Platform platform;
  private final Map<Resource, Integer> known = new HashMap<>();
  private final Map<PolicyMeaning, Integer> numbers = new HashMap<>();
  private final Map<Resource, Set<PortClause.Name>> portNames = new HashMap<>();

  Meanings(Platform platform) {
    this.platform = platform;
  }

  /// A number for the meaning of a policy's spec; policies with the same number mean the same.
  int of(Resource policy) {
    Integer number = known.get(policy);
    if (number == null) {
      number = number(read(policy));
      known.put(policy, number);
    }
    return number;
  }

  private int number(PolicyMeaning meaning) {
    return numbers.computeIfAbsent(meaning, _ -> numbers.size());
  }

  /// The same for the policy that a point's reason names; -1 if it names none.
  int of(Point point) {
    if (point.reason() instanceof Reason.UnreadText(_, _, String digest)) {
      return number(new PolicyMeaning.Written(new Value.Text(digest)));
    }
    Resource policy = point.reason().policy();
    return policy == null ? -1 : of(policy);
  }

  /// The numbers of all policies that apply, or may apply, where a point is.
  BitSet applied(Point point) {
    BitSet meanings = certain(point);
    point.applied().possible().forEach(policy -> meanings.set(of(policy)));
    return meanings;
  }

  /// The numbers of the policies that surely apply where a point is.
  BitSet certain(Point point) {
    BitSet meanings = new BitSet();
    point.applied().policies().forEach(policy -> meanings.set(of(policy)));
    return meanings;
  }

  /// The port names that the ingress rules of a point's NetworkPolicy use; none of other points.
  Set<PortClause.Name> portNames(Point point) {
    Resource policy = point.reason() instanceof Reason.Allowing allowing ? allowing.policy() : null;
    return policy == null ? Set.of() : portNames.computeIfAbsent(policy, Meanings::readPortNames);
  }

  private static Set<PortClause.Name> readPortNames(Resource policy) {
    return NetworkPolicy.read(policy, new ArrayList<>()).rules(Direction.INGRESS).stream()
        .flatMap(rule -> rule.names().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private PolicyMeaning read(Resource policy) {
    if (policy.is(KubernetesKinds.NETWORK_POLICY) && !platform.isOfOtherNetwork(policy)) {
      return PolicyMeaning.of(NetworkPolicy.read(policy, new ArrayList<>()));
    }
    List<AdminPolicy> parts = new ArrayList<>();
    for (Tier tier : platform.enforcement().tiers()) {
      if (tier instanceof Tier.Admin admin) {
        parts.addAll(admin.read(policy));
      }
    }
    if (!parts.isEmpty()) {
      return PolicyMeaning.of(parts);
    }
    @Nullable Value spec = policy.content().at(SPEC);
    return new PolicyMeaning.Written(spec == null ? Value.Null.NULL : spec);
  }
}
