package dev.netlog.cli.report.coverage;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/// Small clusters in which most kinds of points turn up.
final class RandomClusters {
  private static final List<String> KINDS = List.of("Deployment", "StatefulSet", "DaemonSet");
  private static final List<String> VALUES = List.of("\"true\"", "\"false\"", "\"yes\"");
  private static final List<String> SEVERITIES =
      List.of(
          "'{\"deny\": \"alert\"}'",
          "'{\"allow\": \"info\", \"deny\": \"inof\"}'",
          "'{\"allow\": \"info\", \"deny\": \"debug\", \"pass\": \"info\"}'",
          "'{'");
  private static final List<String> SELECTORS =
      List.of("{}", "{matchLabels: {app: w0}}", "{matchLabels: {app: w1}}");
  private static final List<String> RULES =
      List.of(
          "[{}]",
          "[{ports: [{port: 80}]}]",
          "[{from: [{podSelector: {}}]}]",
          "[{from: [{ipBlock: {cidr: 192.0.2.0/24}}], ports: [{port: 80}]}]",
          "[]");

  private final Random random;
  private final String platform;
  private final StringBuilder yaml = new StringBuilder();

  private RandomClusters(long seed, String platform) {
    this.random = new Random(seed);
    this.platform = platform;
  }

  static Arbitrary<Cluster> clusters() {
    return Arbitraries.longs().map(seed -> of(seed, seed % 2 == 0 ? "gke" : "ovn"));
  }

  private static Cluster of(long seed, String platform) {
    RandomClusters made = new RandomClusters(seed, platform);
    made.cluster();
    String yaml = made.yaml.toString();
    return platform.equals("gke") ? Cluster.gke(yaml) : Cluster.ovn(yaml);
  }

  private void cluster() {
    if (platform.equals("gke") && random.nextInt(4) > 0) {
      object("networking.gke.io/v1alpha1", "NetworkLogging", "{name: default}");
      String half = "{log: " + random.nextBoolean() + ", delegate: " + random.nextBoolean() + "}";
      yaml.append("spec: {cluster: {allow: ").append(half);
      yaml.append(", deny: {log: true, delegate: true}}}\n");
    }
    if (platform.equals("ovn") && random.nextBoolean()) {
      object("policy.networking.k8s.io/v1alpha1", "AdminNetworkPolicy", meta("", "admin", ""));
      yaml.append("spec: {priority: 1, subject: {namespaces: {}}, ingress: [");
      yaml.append("{action: Pass, from: [{namespaces: {}}], ports: [{portNumber: {protocol: TCP,");
      yaml.append(" port: 80}}]}, {action: Deny, from: [{namespaces: {}}]}]}\n");
    }
    int namespaces = 1 + random.nextInt(3);
    for (int i = 0; i < namespaces; i++) {
      namespace(List.of("a", "a-b", "b").get(i));
    }
  }

  private void namespace(String name) {
    if (random.nextInt(4) > 0) {
      object("v1", "Namespace", meta("", name, "policy.network.gke.io/enable-deny-logging"));
    }
    int workloads = random.nextInt(4);
    for (int i = 0; i < workloads; i++) {
      object("apps/v1", pick(KINDS), "{name: w" + i + ", namespace: " + name + "}");
      yaml.append("spec: {template: {metadata: {labels: {app: w").append(i).append("}}, spec: {");
      yaml.append(random.nextInt(5) == 0 ? "hostNetwork: true" : "").append("}}}\n");
    }
    int policies = random.nextInt(4);
    for (int i = 0; i < policies; i++) {
      String key = "policy.network.gke.io/enable-logging";
      object("networking.k8s.io/v1", "NetworkPolicy", meta(name, "p" + i, key));
      yaml.append("spec: {podSelector: ").append(pick(SELECTORS)).append(", ingress: ");
      yaml.append(pick(RULES));
      yaml.append(random.nextBoolean() ? ", policyTypes: [Ingress, Egress]" : "").append("}\n");
    }
    if (random.nextInt(4) == 0) {
      object("cilium.io/v2", "CiliumNetworkPolicy", meta(name, "c", ""));
    }
  }

  private void object(String apiVersion, String kind, String metadata) {
    yaml.append("---\napiVersion: ").append(apiVersion).append("\nkind: ").append(kind);
    yaml.append("\nmetadata: ").append(metadata).append('\n');
  }

  private String meta(String namespace, String name, String gkeKey) {
    String meta = "{name: " + name + (namespace.isEmpty() ? "" : ", namespace: " + namespace);
    if (random.nextBoolean()) {
      return meta + "}";
    }
    return platform.equals("gke")
        ? meta + (gkeKey.isEmpty() ? "}" : ", annotations: {" + gkeKey + ": " + pick(VALUES) + "}}")
        : meta + ", annotations: {k8s.ovn.org/acl-logging: " + pick(SEVERITIES) + "}}";
  }

  private String pick(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }
}
