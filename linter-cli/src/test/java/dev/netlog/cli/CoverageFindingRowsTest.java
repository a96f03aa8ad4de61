package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Section 11 of the definition of coverage: the findings about a target.
final class CoverageFindingRowsTest {
  private static final String POD = Written.pod("shop/w", "labels: {app: w}");
  private static final String BARE = Written.namespace("shop");
  private static final String CLOSED = Written.policy("shop/p", "{podSelector: {}}");
  private static final String NAMED_W = "{podSelector: {matchLabels: {app: w}}}";

  @TempDir Path folder;

  private static String annotatedPolicy(String key, String value) {
    return Written.object(
        "NetworkPolicy", "shop/p", Written.annotated(key, value), "{podSelector: {}}");
  }

  private static String firewall(String... rules) {
    return Written.object(
        "EgressFirewall", "shop/default", "", "{egress: [" + String.join(", ", rules) + "]}");
  }

  private static String admin(String name, String key, String rules) {
    return Written.object(
        "AdminNetworkPolicy",
        name,
        key,
        "{priority: 1, subject: {namespaces: {}}, ingress: [" + rules + "]}");
  }

  static Stream<FindingRow> annotations() {
    String label = "labels: {" + Written.ALLOW_KEY + ": 'true'}";
    String misplaced = "misplaced-annotation ";
    String invalid = "invalid-annotation-value ";
    return Stream.of(
        FindingRow.gke(
            "a key on a kind that is not read for it",
            Written.object(
                "Deployment", "shop/api", Written.annotated(Written.ALLOW_KEY, "'true'"), ""),
            misplaced + "Deployment/shop/api"),
        FindingRow.gke(
            "the key of Namespaces on a NetworkPolicy",
            annotatedPolicy(Written.DENY_KEY, "'true'"),
            misplaced + "NetworkPolicy/shop/p"),
        FindingRow.gke(
            "a key among labels",
            Written.object("NetworkPolicy", "shop/p", label, "{podSelector: {}}"),
            misplaced + "NetworkPolicy/shop/p"),
        FindingRow.ovn(
            "a key on a NetworkPolicy",
            annotatedPolicy(Written.ACL_KEY, "'{\"deny\":\"info\"}'"),
            misplaced + "NetworkPolicy/shop/p"),
        FindingRow.gke(
            "neither true nor false",
            annotatedPolicy(Written.ALLOW_KEY, "'yes'"),
            invalid + "NetworkPolicy/shop/p"),
        FindingRow.gke(
            "a valid way to say off",
            annotatedPolicy(Written.ALLOW_KEY, "'false'"),
            "no invalid-annotation-value"),
        FindingRow.gke(
            "no string",
            annotatedPolicy(Written.ALLOW_KEY, "true"),
            invalid + "NetworkPolicy/shop/p"),
        FindingRow.ovn(
            "not JSON",
            Written.namespace("shop", Written.ACL_KEY, "'{deny'") + CLOSED,
            invalid + "Namespace/shop"),
        FindingRow.ovn(
            "a member that is no string",
            Written.namespace("shop", Written.ACL_KEY, "'{\"deny\":1}'") + CLOSED,
            invalid + "Namespace/shop"),
        FindingRow.ovn(
            "an unknown severity",
            Written.namespace("shop", Written.ACL_KEY, "'{\"deny\":\"loud\"}'") + CLOSED,
            invalid + "Namespace/shop"),
        FindingRow.ovn(
            "a valid way to say off",
            Written.namespace("shop", Written.ACL_KEY, "'{}'") + CLOSED,
            "no invalid-annotation-value"));
  }

  static Stream<FindingRow> networkLogging() {
    String effect = "annotation-without-effect ";
    String allowed = annotatedPolicy(Written.ALLOW_KEY, "'true'");
    return Stream.of(
        FindingRow.gke(
            "the half is off",
            Written.logging("{allow: {log: false}, deny: {log: true}}") + allowed,
            effect + "NetworkPolicy/shop/p"),
        FindingRow.gke(
            "delegate is false",
            Written.logging("{allow: {log: true}}") + allowed,
            effect + "NetworkPolicy/shop/p"),
        FindingRow.gke(
            "delegate is true", Written.DELEGATED + allowed, "no annotation-without-effect"),
        FindingRow.gke(
            "delegate without log",
            Written.logging("{allow: {delegate: true}, deny: {log: true}}"),
            "networklogging-invalid NetworkLogging/default"),
        FindingRow.gke(
            "a field of the wrong type",
            Written.logging("{allow: {log: 'true'}}"),
            "networklogging-invalid NetworkLogging/default"),
        FindingRow.gke(
            "the wrong name",
            Written.object("NetworkLogging", "mine", "", "{cluster: {allow: {log: true}}}"),
            "networklogging-invalid NetworkLogging/mine"),
        FindingRow.gke("none named default", CLOSED, "networklogging-absent Cluster"),
        FindingRow.gke(
            "one of another name is none",
            Written.object("NetworkLogging", "mine", "", "{cluster: {allow: {log: true}}}"),
            "networklogging-absent Cluster"),
        FindingRow.gke(
            "one named default", Written.DELEGATED + CLOSED, "no networklogging-absent"));
  }

  static Stream<FindingRow> objects() {
    String missing = "namespace-object-missing ";
    String windows = "{containers: [], %s}";
    return Stream.of(
        FindingRow.gke(
            "a state depends on it", Written.DELEGATED + CLOSED, missing + "Namespace/shop"),
        FindingRow.ovn("a state depends on it", CLOSED, missing + "Namespace/shop"),
        FindingRow.gke(
            "no state depends on it",
            Written.logging("{allow: {log: true}, deny: {log: true}}") + CLOSED,
            "no namespace-object-missing"),
        FindingRow.gke(
            "it is there", Written.DELEGATED + BARE + CLOSED, "no namespace-object-missing"),
        FindingRow.gke(
            "as named",
            Written.pod("shop/v", "") + Written.policy("shop/p", NAMED_W),
            "policy-selects-nothing NetworkPolicy/shop/p"),
        FindingRow.gke(
            "a virtual subject is selected",
            Written.policy("shop/p", NAMED_W),
            "no policy-selects-nothing"),
        FindingRow.gke(
            "as named",
            Written.object("Pod", "shop/w", "", "{hostNetwork: true, containers: []}") + CLOSED,
            "host-network-selected NetworkPolicy/shop/p"),
        FindingRow.gke(
            "a nodeSelector",
            Written.deployment(
                    "shop/w",
                    "{app: w}",
                    windows.formatted("nodeSelector: {kubernetes.io/os: windows}"))
                + CLOSED,
            "unsupported-os Deployment/shop/w"),
        FindingRow.gke(
            "the pod's os",
            Written.deployment("shop/w", "{app: w}", windows.formatted("os: {name: windows}"))
                + CLOSED,
            "unsupported-os Deployment/shop/w"),
        FindingRow.gke(
            "as named",
            Written.object("FQDNNetworkPolicy", "shop/f", "", "{podSelector: {}}"),
            "unmodelled-policy FQDNNetworkPolicy/shop/f"),
        FindingRow.gke(
            "a direction without policy", POD + CLOSED, "ungoverned-workload Pod/shop/w"),
        FindingRow.gke(
            "none without",
            POD + Written.policy("shop/p", "{podSelector: {}, policyTypes: [Ingress, Egress]}"),
            "no ungoverned-workload"));
  }

  static Stream<FindingRow> rules() {
    String both =
        "{podSelector: {}, policyTypes: [Ingress], ingress: [{}], egress: [{ports: [{port: 1}]}]}";
    String named = "{podSelector: {}, ingress: [{ports: [{port: http}]}]}";
    String deny = "{action: Deny, from: [{namespaces: {}}]}";
    String block = "{type: Deny, to: {cidrSelector: %s}}";
    String longName = "p" + "o".repeat(60);
    String one = "rules-ignored-by-policytypes NetworkPolicy/shop/p";
    return Stream.of(
        FindingRow.gke("as named", Written.policy("shop/p", both), one),
        FindingRow.ovn("OVN installs them, yet as named", Written.policy("shop/p", both), one),
        FindingRow.gke(
            "as named",
            POD + Written.policy("shop/p", named),
            "named-port-unresolved NetworkPolicy/shop/p"),
        FindingRow.gke(
            "assumed to resolve on a virtual subject",
            Written.policy("shop/p", named),
            "no named-port-unresolved"),
        FindingRow.ovn(
            "of an EgressFirewall",
            POD + firewall(block.formatted("10.0.0.0/8"), block.formatted("10.1.0.0/16")),
            "shadowed-rule EgressFirewall/shop#1"),
        FindingRow.ovn(
            "of an AdminNetworkPolicy",
            POD + admin("a", "", deny + ", " + deny),
            "shadowed-rule AdminNetworkPolicy/a#Ingress/1"),
        FindingRow.ovn(
            "over 63 characters",
            Written.namespace("shop", Written.ACL_KEY, "'{\"allow\":\"info\"}'")
                + Written.policy("shop/" + longName, "{podSelector: {}, ingress: [{}]}"),
            "acl-name-truncated NetworkPolicy/shop/" + longName),
        FindingRow.ovn(
            "equal to another rule's name",
            Written.namespace("shop", Written.ACL_KEY, "'{\"allow\":\"info\"}'")
                + Written.policy("shop/" + longName + "1", "{podSelector: {}, ingress: [{}]}")
                + Written.policy("shop/" + longName + "2", "{podSelector: {}, ingress: [{}]}"),
            "acl-name-collision NetworkPolicy/shop/" + longName + "2"),
        FindingRow.ovn(
            "a priority that is not programmed",
            POD + admin("a", "", deny).replace("priority: 1,", "priority: 150,"),
            "admin-priority AdminNetworkPolicy/a"),
        FindingRow.ovn(
            "two of one priority",
            POD + admin("a", "", deny) + admin("b", "", deny),
            "admin-priority-tie AdminNetworkPolicy/b"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"annotations", "networkLogging", "objects", "rules"})
  void aRowHolds(FindingRow row) {
    List<String> findings = CoverageRun.of(folder, row.platform(), row.objects()).findings();
    if (row.expected().startsWith("no ")) {
      assertThat(findings).noneMatch(each -> each.startsWith(row.expected().substring(3) + " "));
    } else {
      assertThat(findings).contains(row.expected());
    }
  }

  @Test
  @DisplayName("rules-ignored-by-policytypes says that OVN installs such rules")
  void onOvnTheMessageSaysThatTheRulesAreInstalled() {
    Run.file(
        folder,
        "p.yaml",
        Written.policy(
            "shop/p", "{podSelector: {}, policyTypes: [Ingress], egress: [{ports: [{port: 1}]}]}"));
    Run run = Run.in(folder, "coverage", "p.yaml", "--platform", "ovn");
    assertThat(run.out())
        .containsPattern("rules-ignored-by-policytypes\\] NetworkPolicy/shop/p: .*install");
  }

  @Test
  @DisplayName("ungoverned-workload is informational")
  void anUngovernedWorkloadFailsNothing() {
    CoverageRun run = CoverageRun.gke(folder, POD);
    assertThat(run.run().code()).isZero();
    assertThat(run.severities()).contains("ungoverned-workload info");
  }
}
