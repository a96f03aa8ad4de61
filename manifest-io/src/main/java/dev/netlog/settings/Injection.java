package dev.netlog.settings;

import dev.netlog.network.Selector;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The annotations that the admission webhook adds to objects that say nothing about logging.
///
/// @param ovn severities by the word of their verdict, `allow`, `deny` or `pass`, for what
///   OVN-Kubernetes reads from a Namespace; empty where nothing is added for it
/// @param gkePolicies whether policies are annotated for GKE
/// @param gkeNamespaces whether Namespaces are annotated for GKE
/// @param namespaceSelector the namespaces whose objects are annotated, and which are themselves
public record Injection(
    Map<String, String> ovn,
    boolean gkePolicies,
    boolean gkeNamespaces,
    Selector namespaceSelector) {
  /// Nothing is added.
  public static final Injection NONE = new Injection(Map.of(), false, false, Selector.everything());

  public Injection {
    ovn = Collections.unmodifiableMap(new LinkedHashMap<>(ovn));
  }

  /// Whether anything is added at all.
  public boolean isOn() {
    return !ovn.isEmpty() || gkePolicies || gkeNamespaces;
  }
}
