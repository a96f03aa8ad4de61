package dev.netlog.cli.report.coverage;

import dev.netlog.coverage.Counter;
import dev.netlog.coverage.compare.GateSettings;
import java.math.BigDecimal;
import java.util.Map;

/// The worked examples of logging coverage, and changes of them.
final class Examples {
  private static final String DELEGATED =
      """
      apiVersion: networking.gke.io/v1alpha1
      kind: NetworkLogging
      metadata: {name: default}
      spec:
        cluster:
          allow: {log: true, delegate: true}
          deny: {log: true, delegate: true}
      ---
      """;

  /// Two policies, one annotated.
  static final String A =
      DELEGATED
          + """
          apiVersion: v1
          kind: Namespace
          metadata:
            name: edge
            annotations:
              policy.network.gke.io/enable-deny-logging: "true"
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: {name: api, namespace: edge}
          spec:
            template:
              metadata:
                labels: {app: api}
          ---
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata:
            name: p1
            namespace: edge
            annotations:
              policy.network.gke.io/enable-logging: "true"
          spec:
            podSelector: {matchLabels: {app: api}}
            ingress:
              - from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ingress}}}]
                ports: [{port: 8443}]
          ---
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: {name: p2, namespace: edge}
          spec:
            podSelector: {matchLabels: {app: api}}
            ingress:
              - ports: [{port: 8443}]
          """;

  /// Allow-all beside deny-all.
  static final String B =
      DELEGATED
          + """
          apiVersion: v1
          kind: Namespace
          metadata: {name: edge}
          ---
          apiVersion: v1
          kind: Pod
          metadata: {name: w, namespace: edge}
          ---
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: {name: open, namespace: edge}
          spec: {podSelector: {}, ingress: [{}]}
          ---
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: {name: closed, namespace: edge}
          spec: {podSelector: {}}
          """;

  /// OVN-Kubernetes with a baseline.
  static final String C =
      """
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
        labels: {team: shop}
        annotations:
          k8s.ovn.org/acl-logging: '{"deny": "notice"}'
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: a, namespace: shop}
      spec: {template: {metadata: {labels: {app: a}}}}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: b, namespace: shop}
      spec: {template: {metadata: {labels: {app: b}}}}
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: out, namespace: shop}
      spec:
        podSelector: {matchLabels: {app: a}}
        policyTypes: [Egress]
        egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}}]}]
      ---
      apiVersion: policy.networking.k8s.io/v1alpha1
      kind: BaselineAdminNetworkPolicy
      metadata: {name: default}
      spec:
        subject: {namespaces: {}}
        egress:
          - action: Deny
            to: [{namespaces: {matchLabels: {kubernetes.io/metadata.name: vault}}}]
      """;

  /// Nothing known.
  static final String D =
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: deny-all, namespace: dns}
      spec: {podSelector: {}}
      """;

  private Examples() {}

  /// A namespace of OVN-Kubernetes whose annotation is deleted, with policies of both directions.
  static final String PAYMENTS =
      """
      apiVersion: v1
      kind: Namespace
      metadata:
        name: payments
        annotations:
          k8s.ovn.org/acl-logging: '{"deny": "alert", "allow": "notice"}'
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: api, namespace: payments}
      spec: {template: {metadata: {labels: {app: api}}}}
      ---
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: db, namespace: payments}
      spec: {template: {metadata: {labels: {app: db}}}}
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: api, namespace: payments}
      spec:
        podSelector: {matchLabels: {app: api}}
        ingress: [{ports: [{port: 8443}]}]
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: db, namespace: payments}
      spec:
        podSelector: {matchLabels: {app: db}}
        ingress: [{from: [{podSelector: {matchLabels: {app: api}}}], ports: [{port: 5432}]}]
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: deny-all, namespace: payments}
      spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
      """;

  private static final String ANNOTATION =
      """
        annotations:
          k8s.ovn.org/acl-logging: '{"deny": "alert", "allow": "notice"}'
      """;

  private static final String UNMODELLED =
      """
      apiVersion: networking.gke.io/v1alpha1
      kind: FQDNNetworkPolicy
      metadata: {name: names, namespace: edge}
      spec: {}
      ---
      """;

  private static String lines(String text) {
    return text.indent(0);
  }

  /// One of them.
  static CoverageReport report(String name) {
    CoverageReport report = reports().get(name);
    if (report == null) {
      throw new IllegalArgumentException("no example " + name);
    }
    return report;
  }

  static Map<String, CoverageReport> reports() {
    String lost = A.replace("    policy.network.gke.io/enable-deny-logging: \"true\"\n", "");
    String other = lost.replace("{name: p2, namespace: edge}", "{name: p3, namespace: edge}");
    String bare = PAYMENTS.replace(lines(ANNOTATION), "");
    GateSettings asked =
        new GateSettings(
            BigDecimal.ONE,
            BigDecimal.valueOf(80),
            3,
            true,
            Map.of(Counter.DENY, new BigDecimal("99.5")),
            BigDecimal.TEN,
            true,
            true);
    return Map.ofEntries(
        Map.entry("a", Reports.of(Cluster.gke(A))),
        Map.entry("a-lost", Reports.of(Cluster.gke(A), Cluster.gke(lost))),
        Map.entry("a-gained", Reports.of(Cluster.gke(lost), Cluster.gke(A))),
        Map.entry("a-renamed", Reports.of(Cluster.gke(A), Cluster.gke(other))),
        Map.entry(
            "a-replaced",
            Reports.of(
                Cluster.gke(A),
                Cluster.gke(other.replace("ports: [{port: 8443}]", "ports: [{port: 8445}]")))),
        Map.entry("a-changed", Reports.of(Cluster.gke(A), Cluster.gke(A.replace("8443", "8444")))),
        Map.entry("a-same", Reports.of(Cluster.gke(A), Cluster.gke(A))),
        Map.entry("b", Reports.of(Cluster.gke(B))),
        Map.entry("c", Reports.of(Cluster.ovn(C))),
        Map.entry("d", Reports.of(Cluster.gke(D))),
        Map.entry("d-delegated", Reports.of(Cluster.gke(D, Map.of("networkLogging", "delegated")))),
        Map.entry("d-all", Reports.of(Cluster.gke(D, Map.of("networkLogging", "all")))),
        Map.entry("payments-lost", Reports.of(Cluster.ovn(PAYMENTS), Cluster.ovn(bare))),
        Map.entry(
            "two-targets",
            Reports.of(
                Reports.target(
                    "prod", Cluster.gke(UNMODELLED + A), Cluster.gke(UNMODELLED + lost), asked),
                Reports.target("test", Cluster.ovn(bare), asked))));
  }
}
