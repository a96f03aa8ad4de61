package dev.netlog.cli;

import java.util.Map;

/// Objects as YAML, each with the `---` before it; names are `namespace/name`.
final class Written {
  private static final Map<String, String> VERSIONS =
      Map.ofEntries(
          Map.entry("Namespace", "v1"),
          Map.entry("Pod", "v1"),
          Map.entry("ReplicationController", "v1"),
          Map.entry("Deployment", "apps/v1"),
          Map.entry("ReplicaSet", "apps/v1"),
          Map.entry("StatefulSet", "apps/v1"),
          Map.entry("DaemonSet", "apps/v1"),
          Map.entry("Job", "batch/v1"),
          Map.entry("CronJob", "batch/v1"),
          Map.entry("NetworkPolicy", "networking.k8s.io/v1"),
          Map.entry("NetworkLogging", "networking.gke.io/v1alpha1"),
          Map.entry("FQDNNetworkPolicy", "networking.gke.io/v1alpha1"),
          Map.entry("CiliumNetworkPolicy", "cilium.io/v2"),
          Map.entry("CiliumClusterwideNetworkPolicy", "cilium.io/v2"),
          Map.entry("AdminNetworkPolicy", "policy.networking.k8s.io/v1alpha1"),
          Map.entry("BaselineAdminNetworkPolicy", "policy.networking.k8s.io/v1alpha1"),
          Map.entry("ClusterNetworkPolicy", "policy.networking.k8s.io/v1alpha2"),
          Map.entry("MultiNetworkPolicy", "k8s.cni.cncf.io/v1beta1"),
          Map.entry("EgressFirewall", "k8s.ovn.org/v1"));

  static final String ALLOW_KEY = "policy.network.gke.io/enable-logging";
  static final String DENY_KEY = "policy.network.gke.io/enable-deny-logging";
  static final String ACL_KEY = "k8s.ovn.org/acl-logging";

  /// Both halves of the log on, and both left to annotations.
  static final String DELEGATED =
      logging("{allow: {log: true, delegate: true}, deny: {log: true, delegate: true}}");

  private Written() {}

  /// An object.
  ///
  /// @param metadata further members, `labels: {a: b}`; may be empty
  /// @param spec in flow style; may be empty
  static String object(String kind, String name, String metadata, String spec) {
    int slash = name.indexOf('/');
    return "---\napiVersion: "
        + VERSIONS.get(kind)
        + "\nkind: "
        + kind
        + "\nmetadata: {name: "
        + name.substring(slash + 1)
        + (slash < 0 ? "" : ", namespace: " + name.substring(0, slash))
        + (metadata.isEmpty() ? "" : ", " + metadata)
        + "}\n"
        + (spec.isEmpty() ? "" : "spec: " + spec + "\n");
  }

  static String annotated(String key, String value) {
    return "annotations: {" + key + ": " + value + "}";
  }

  static String logging(String cluster) {
    return object("NetworkLogging", "default", "", "{cluster: " + cluster + "}");
  }

  static String namespace(String name) {
    return object("Namespace", name, "", "");
  }

  static String namespace(String name, String key, String value) {
    return object("Namespace", name, annotated(key, value), "");
  }

  static String policy(String name, String spec) {
    return object("NetworkPolicy", name, "", spec);
  }

  /// A policy that is logged on GKE.
  static String loggedPolicy(String name, String spec) {
    return object("NetworkPolicy", name, annotated(ALLOW_KEY, "'true'"), spec);
  }

  /// A Deployment of pods with labels.
  static String deployment(String name, String labels) {
    return deployment(name, labels, "{containers: []}");
  }

  static String deployment(String name, String labels, String pod) {
    return object("Deployment", name, "", template(labels, pod));
  }

  static String template(String labels, String pod) {
    return "{template: {metadata: {labels: " + labels + "}, spec: " + pod + "}}";
  }

  static String pod(String name, String metadata) {
    return object("Pod", name, metadata, "{containers: []}");
  }

  /// A controlling owner.
  static String ownedBy(String kind, String name) {
    return "ownerReferences: [{apiVersion: "
        + VERSIONS.getOrDefault(kind, "example.com/v1")
        + ", kind: "
        + kind
        + ", name: "
        + name
        + ", controller: true}]";
  }
}
