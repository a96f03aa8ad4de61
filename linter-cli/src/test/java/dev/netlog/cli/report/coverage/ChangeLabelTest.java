package dev.netlog.cli.report.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.cli.report.coverage.format.TextFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a change is called, for each way to lose a log or to gain one.
final class ChangeLabelTest {
  private static final Map<String, String> UNANNOTATED = Map.of("namespaces", "unannotated");
  private static final String DENY = "policy.network.gke.io/enable-deny-logging: \"true\"";
  private static final String ALLOW = "policy.network.gke.io/enable-logging: \"true\"";

  @Test
  void anAnnotationIsRemoved() {
    assertThat(lost(without("    " + DENY + "\n")))
        .contains("annotation removed")
        .contains("was   delegated to the pod namespace's annotation  \"true\" on Namespace edge")
        .doesNotContain("was   NetworkLogging default");
  }

  @Test
  void anAnnotationIsSwitchedOff() {
    assertThat(lost(with(DENY, DENY.replace("true", "false")))).contains("annotation changed");
  }

  @Test
  void anAnnotationIsBroken() {
    assertThat(lost(with(DENY, DENY.replace("true", "yes"))))
        .contains("annotation no longer valid");
  }

  @Test
  void aMemberOfAnAnnotationOfOvnIsRemoved() {
    String head = Examples.PAYMENTS.replace("{\"deny\": \"alert\", ", "{");
    assertThat(text(Cluster.ovn(Examples.PAYMENTS), Cluster.ovn(head)))
        .contains("annotation changed")
        .contains("was   Namespace payments  k8s.ovn.org/acl-logging  deny=alert")
        .contains("is    Namespace payments  k8s.ovn.org/acl-logging  no deny");
  }

  @Test
  void theNamespaceIsRemoved() {
    int start = Examples.A.indexOf("apiVersion: v1\nkind: Namespace");
    int end = Examples.A.indexOf("apiVersion: apps/v1");
    String head = Examples.A.substring(0, start) + Examples.A.substring(end);
    assertThat(lost(head)).contains("Namespace removed");
    assertThat(text(Cluster.gke(Examples.A), Cluster.gke(head, UNANNOTATED)))
        .contains("Namespace removed");
  }

  @Test
  void theClusterLogsNothingAnyMore() {
    assertThat(lost(with("deny: {log: true, delegate: true}", "deny: {log: false}")))
        .contains("NetworkLogging changed")
        .contains("was   NetworkLogging default  spec.cluster.deny")
        .doesNotContain("was   delegated to the pod namespace's annotation  absent");
  }

  @Test
  void theClusterNowAsksForAnnotations() {
    String all = with("allow: {log: true, delegate: true}", "allow: {log: true}");
    assertThat(text(Cluster.gke(all), Cluster.gke(Examples.A)))
        .contains("- lost 1 verdict point\n    NetworkLogging changed\n");
  }

  @Test
  void theNetworkLoggingIsRemoved() {
    String head = Examples.A.substring(Examples.A.indexOf("---\n") + 4);
    assertThat(lost(head)).contains("NetworkLogging removed");
  }

  @Test
  void theNetworkLoggingIsNoLongerValid() {
    assertThat(lost(with("deny: {log: true, delegate: true}", "deny: {delegate: true}")))
        .contains("NetworkLogging no longer valid");
  }

  @Test
  void anAnnotatedPolicyNoLongerCoversAnother() {
    String base = swapped();
    assertThat(text(Cluster.gke(base), Cluster.gke(base.replace("        " + ALLOW + "\n", ""))))
        .contains("annotated policies no longer cover it");
  }

  @Test
  void thePodsMoveToWindows() {
    String head =
        with("labels: {app: api}\n", "labels: {app: api}\n    spec: {os: {name: windows}}\n");
    assertThat(lost(head)).contains("moved to Windows nodes");
  }

  @Test
  void whatChangedAndIsNotLoggedIsNamed() {
    assertThat(lost(with("- ports: [{port: 8443}]", "- ports: [{port: 8444}]")))
        .contains("touched and not logged: 1 verdict point\n", "- changed 1 verdict point\n")
        .contains("    the policy's spec changed, still not-annotated\n")
        .contains("      fix   annotate NetworkPolicy edge/p2 with " + ALLOW)
        .contains("      ingress allow NetworkPolicy/edge/p2")
        .doesNotContain("as before");
    assertThat(lost(Examples.A.replace("app: api", "app: web")))
        .contains("    the workload's labels changed, still not-annotated\n");
  }

  @Test
  void whatReadableObjectsGiveNoLongerIsNotDeleted() {
    String head =
        Examples.A.replace("  ingress:\n    - ports", "  ingress: []\n  unused:\n    - ports");
    assertThat(head).isNotEqualTo(Examples.A);
    assertThat(lost(head))
        .contains("  no longer decided 1 verdict point (their objects are there): edge/Deployment/")
        .doesNotContain("deleted");
  }

  @Test
  void whatIsGainedIsNamedToo() {
    String bare = without("    " + DENY + "\n");
    assertThat(text(Cluster.gke(bare), Cluster.gke(Examples.A)))
        .contains("+ gained 1 verdict point\n    annotation added\n");
    assertThat(
            text(
                Cluster.gke(Examples.A),
                Cluster.gke(with("allow: {log: true, delegate: true}", "allow: {log: true}"))))
        .contains("+ gained 1 verdict point\n    NetworkLogging changed\n");
  }

  /// Only the policy that admits everyone is annotated.
  private static String swapped() {
    return without("    " + ALLOW + "\n")
        .replace(
            "metadata: {name: p2, namespace: edge}",
            "metadata:\n  name: p2\n  namespace: edge\n  annotations:\n        " + ALLOW);
  }

  private static String without(String text) {
    return with(text, "");
  }

  private static String with(String text, String other) {
    assertThat(Examples.A).contains(text);
    return Examples.A.replace(text, other);
  }

  private static String lost(String head) {
    return text(Cluster.gke(Examples.A), Cluster.gke(head));
  }

  private static String text(Cluster base, Cluster head) {
    return Reports.written(new TextFormat(), Reports.of(base, head));
  }
}
