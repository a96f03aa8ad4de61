package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The worked examples of the definition of coverage.
final class CoverageExamplesTest {
  private static final String A =
      """
      apiVersion: networking.gke.io/v1alpha1
      kind: NetworkLogging
      metadata:
        name: default
      spec:
        cluster:
          allow: {log: true, delegate: true}
          deny: {log: true, delegate: true}
      ---
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
          metadata: {labels: {app: api}}
          spec: {containers: [{name: api, image: api}]}
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: p1
        namespace: edge
        annotations: {%s}
      spec:
        podSelector: {}
        ingress:
          - from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ingress}}}]
            ports: [{port: 8443}]
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: p2
        namespace: edge
        annotations: {%s}
      spec:
        podSelector: {}
        ingress:
          - ports: [{port: 8443}]
      """;
  private static final String LOGGED = "policy.network.gke.io/enable-logging: \"true\"";

  @TempDir Path folder;

  @Test
  @DisplayName("A. Two policies, one annotated")
  void aPolicyThatAnAnnotatedOneCoversInPartIsMissedAndPartial() {
    CoverageRun run = CoverageRun.gke(folder, A.formatted(LOGGED, ""));
    assertThat(run.points())
        .containsExactly(
            "edge/Deployment/api|ingress|allow|NetworkPolicy/edge/p1 covered annotated"
                + " attributed=true",
            "edge/Deployment/api|ingress|allow|NetworkPolicy/edge/p2 missed not-annotated"
                + " partial=true",
            "edge/Deployment/api|ingress|deny|default-deny covered annotated");
    assertThat(run.counter("verdict")).isEqualTo("covered 2, missed 1, total 3");
    assertThat(run.ratio()).isEqualTo("2/3..2/3");
    assertThat(run.counter("policy")).isEqualTo("covered 1, partial 1, total 2");
    assertThat(Run.in(folder, "coverage", "head", "--platform", "gke").out())
        .contains("203.0.113.1 -> TCP 8443 is allowed by edge/p2 and not logged");
  }

  @Test
  @DisplayName("A. Annotating P2 gives 3/3")
  void bothPoliciesAnnotatedCoverEverything() {
    CoverageRun run = CoverageRun.gke(folder, A.formatted(LOGGED, LOGGED));
    assertThat(run.counter("verdict")).isEqualTo("covered 3, total 3");
  }

  @Test
  @DisplayName("A. Annotating only P2 instead of P1 also gives 3/3: P1 becomes covered-by-others")
  void theWiderPolicyAnnotatedCoversTheOther() {
    CoverageRun run = CoverageRun.gke(folder, A.formatted("", LOGGED));
    assertThat(run.counter("verdict")).isEqualTo("covered 3, total 3");
    assertThat(run.state("/p1")).isEqualTo("covered covered-by-others attributed=false");
    assertThat(run.state("/p2")).isEqualTo("covered annotated attributed=true");
  }

  @Test
  @DisplayName("B. Allow-all beside deny-all")
  void allowAllLeavesNothingToDeny() {
    CoverageRun run =
        CoverageRun.gke(
            folder,
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: w, namespace: shop}
            spec: {containers: [{name: w, image: w}]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: open, namespace: shop}
            spec:
              podSelector: {}
              ingress: [{}]
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: closed, namespace: shop}
            spec:
              podSelector: {}
            """,
            "--assume",
            "networkLogging=all");
    assertThat(run.keys()).containsExactly("shop/Pod/w|ingress|allow|NetworkPolicy/shop/open");
    assertThat(run.counter("policy")).isEqualTo("covered 1, total 1");
    assertThat(run.texts("inactive_policies")).containsExactly("NetworkPolicy/shop/closed");
  }

  @Test
  @DisplayName("C. OVN with a baseline")
  void theBaselineDecidesWhereNoPolicyApplies() {
    CoverageRun run =
        CoverageRun.ovn(
            folder,
            """
            apiVersion: v1
            kind: Namespace
            metadata:
              name: shop
              annotations: {k8s.ovn.org/acl-logging: '{"deny":"notice"}'}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: a, namespace: shop, labels: {app: a}}
            spec: {containers: [{name: a, image: a}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: b, namespace: shop, labels: {app: b}}
            spec: {containers: [{name: b, image: b}]}
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
            """);
    assertThat(run.points())
        .containsExactly(
            "shop/Pod/a|egress|allow|NetworkPolicy/shop/out missed not-annotated",
            "shop/Pod/a|egress|deny|default-deny covered annotated",
            "shop/Pod/b|egress|deny|BaselineAdminNetworkPolicy/default#Egress/0 missed"
                + " not-annotated");
    assertThat(run.records())
        .containsExactly("default-deny {names=[NP:shop:Egress], verdict=drop, severity=notice}");
    assertThat(run.ratio()).isEqualTo("1/3..1/3");
    assertThat(run.governance()).isEqualTo("2/4");
    assertThat(run.texts("ungoverned")).containsExactly("shop/Pod/a:ingress", "shop/Pod/b:ingress");
  }

  private static final String D =
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: closed, namespace: shop}
      spec:
        podSelector: {}
      """;

  @Test
  @DisplayName("D. Nothing known")
  void whatIsNotKnownIsUnknown() {
    CoverageRun run = CoverageRun.gke(folder, D);
    assertThat(run.points())
        .containsExactly(
            "shop/Virtual/closed|ingress|deny|default-deny unknown networklogging-unknown");
    assertThat(run.ratio()).isEqualTo("0/1..1/1");
  }

  @Test
  @DisplayName("D. Assuming delegated it stays unknown")
  void delegationLeavesTheNamespaceToAsk() {
    CoverageRun run = CoverageRun.gke(folder, D, "--assume", "networkLogging=delegated");
    assertThat(run.state("deny")).isEqualTo("unknown namespace-unknown");
    assertThat(run.ratio()).isEqualTo("0/1..1/1");
  }

  @Test
  @DisplayName("D. Assuming all it is 1/1")
  void loggingAllSettlesIt() {
    CoverageRun run = CoverageRun.gke(folder, D, "--assume", "networkLogging=all");
    assertThat(run.state("deny")).isEqualTo("covered log-all");
    assertThat(run.ratio()).isEqualTo("1/1..1/1");
  }
}
