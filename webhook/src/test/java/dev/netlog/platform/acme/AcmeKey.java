package dev.netlog.platform.acme;

import dev.netlog.model.GroupKind;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.Verdict;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The annotations of Acme: `on` has connections recorded, `off` has not.
enum AcmeKey {
  /// On a NetworkPolicy, for what it allows, and on a Fence, for what it allows or passes on.
  ALLOWED("flows.acme.example/allowed"),
  /// On a Namespace, for what its NetworkPolicies deny, and on a Fence, for what it denies.
  DENIED("flows.acme.example/denied");

  static final GroupKind FENCE = new GroupKind("acme.example", "Fence");
  static final String ON = "on";

  private final String key;

  AcmeKey(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }

  static AcmeKey of(Verdict verdict) {
    return verdict == Verdict.DENY ? DENIED : ALLOWED;
  }

  static Set<String> keys(GroupKind kind) {
    return Arrays.stream(values())
        .filter(each -> each.isReadFrom(kind))
        .map(AcmeKey::key)
        .collect(Collectors.toUnmodifiableSet());
  }

  boolean isReadFrom(GroupKind kind) {
    GroupKind own = this == ALLOWED ? KubernetesKinds.NETWORK_POLICY : KubernetesKinds.NAMESPACE;
    return kind.equals(own) || kind.equals(FENCE);
  }

  /// What an object says; null where it says nothing, or nothing that is read.
  @Nullable String value(Resource object) {
    return isReadFrom(object.id().groupKind())
            && object.annotations().get(key) instanceof Value.Text(String text)
        ? text
        : null;
  }
}
