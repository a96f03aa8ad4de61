package dev.netlog.platform.gke.networklogging;

import dev.netlog.model.GroupKind;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.platform.gke.facts.GkeKinds;
import org.jspecify.annotations.Nullable;

/// The two halves of policy logging, and the annotation that each may be delegated to.
///
/// Source: [Use network policy
/// logging](https://cloud.google.com/kubernetes-engine/docs/how-to/network-policy-logging).
public enum LogSection {
  /// Connections that a policy allows; a policy's own annotation decides.
  ALLOW("allow", "policy.network.gke.io/enable-logging"),
  /// Connections that no policy allows; the annotation of the pod's Namespace decides.
  DENY("deny", "policy.network.gke.io/enable-deny-logging");

  /// What both annotation keys begin with.
  public static final String PREFIX = "policy.network.gke.io/";

  private final String field;
  private final String key;

  LogSection(String field, String key) {
    this.field = field;
    this.key = key;
  }

  /// The member of `spec.cluster`: `allow`, `deny`.
  public String field() {
    return field;
  }

  /// The annotation, exactly.
  public String key() {
    return key;
  }

  /// The half's place in a NetworkLogging.
  public JsonPointer pointer() {
    return JsonPointer.of("spec", "cluster", field);
  }

  /// Whether the agent reads this half's annotation from objects of a kind.
  public boolean isReadFrom(GroupKind kind) {
    return switch (this) {
      case ALLOW -> GkeKinds.POLICIES.contains(kind);
      case DENY -> kind.equals(KubernetesKinds.NAMESPACE);
    };
  }

  /// What the annotation is read from, for messages.
  public String readers() {
    return switch (this) {
      case ALLOW -> "network policies";
      case DENY -> "Namespaces";
    };
  }

  /// The half whose annotation this is, exactly; null where it is none.
  public static @Nullable LogSection ofKey(String key) {
    for (LogSection half : values()) {
      if (half.key.equals(key)) {
        return half;
      }
    }
    return null;
  }

  /// The half whose annotation the agent reads from a kind; null where it reads none.
  public static @Nullable LogSection readFrom(GroupKind kind) {
    for (LogSection half : values()) {
      if (half.isReadFrom(kind)) {
        return half;
      }
    }
    return null;
  }
}
