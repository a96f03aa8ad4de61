package dev.netlog.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.coverage.compare.CoverageDiff;
import dev.netlog.coverage.compare.CoverageGates;
import dev.netlog.coverage.compare.GateResult;
import dev.netlog.coverage.compare.GateSettings;
import dev.netlog.coverage.input.UnreadableObject;
import dev.netlog.coverage.oracle.World;
import dev.netlog.model.ResourceId;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.text.Unreadable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Section 7 of the definition of coverage: what cannot be read at the head is not gone.
final class RetainedPointsTest {
  private static final Unreadable BROKEN = new Unreadable("p.yaml", 3, "yaml");
  private static final String DENIES =
      "Namespace shop annotations{policy.network.gke.io/enable-deny-logging: 'true'}\n";
  private static final String POD = "Pod shop/w labels{app: w}\n";
  private static final String LOGGED =
      "NetworkPolicy shop/p annotations{policy.network.gke.io/enable-logging: 'true'}"
          + " {podSelector: {}, ingress: [{ports: [{port: 80}]}]}\n";
  private static final String ALLOW = "shop/Pod/w|ingress|allow|NetworkPolicy/shop/p";
  private static final String DENY = "shop/Pod/w|ingress|deny|default-deny";

  private final List<UnreadableObject> unreadable = new ArrayList<>();

  private static World gke(String objects) {
    return ObjectLines.world("gke", objects, "networkLogging", "delegated");
  }

  private void unreadable(String apiVersion, String kind, @Nullable String namespace, String name) {
    unreadable.add(new UnreadableObject(new ResourceId(apiVersion, kind, namespace, name), BROKEN));
  }

  /// The points of the head with their causes, and the failing gates.
  private List<String> review(World base, World head) {
    return review(base, head, false);
  }

  private List<String> review(World base, World head, boolean ignoreUnknown) {
    Coverage before = EngineLines.coverage(base);
    Coverage after = EngineLines.coverage(head, before, unreadable);
    List<String> lines = new ArrayList<>();
    after.forEach(
        (subject, _, point) -> {
          String at = point.state().isUnreadable() ? " at p.yaml" : "";
          lines.add(point.key(subject) + " " + point.state().causeCode() + at);
        });
    CoverageDiff diff = CoverageDiff.between(before, after);
    diff.lostGovernancePairs().forEach(pair -> lines.add("lost " + pair));
    diff.deleted().forEach(point -> lines.add("deleted " + point.key()));
    GateSettings settings =
        new GateSettings(
            BigDecimal.ZERO,
            BigDecimal.valueOf(100),
            0,
            true,
            Map.of(),
            null,
            ignoreUnknown,
            false);
    new CoverageGates(settings)
        .check(before, after, diff).stream()
            .filter(GateResult::fails)
            .forEach(gate -> lines.add("fails " + gate.gate() + " " + gate.actual()));
    return lines;
  }

  @Test
  void thePointsOfAPolicyStay() {
    unreadable("networking.k8s.io/v1", "NetworkPolicy", "shop", "p");
    assertThat(review(gke(DENIES + POD + LOGGED), gke(DENIES + POD)))
        .containsExactlyInAnyOrder(
            ALLOW + " unreadable at p.yaml",
            DENY + " unreadable at p.yaml",
            "fails project 0/2",
            "fails patch 0/2",
            "fails regressions 2");
  }

  @Test
  void unknownPointsThatCannotBeReadAreNeverIgnored() {
    unreadable("networking.k8s.io/v1", "NetworkPolicy", "shop", "p");
    assertThat(review(gke(DENIES + POD + LOGGED), gke(DENIES + POD), true))
        .contains("fails project 0/2", "fails patch 0/2", "fails regressions 2");
  }

  @Test
  void whatTheHeadGivesOtherwiseIsAsTheHeadSays() {
    String other = "NetworkPolicy shop/q {podSelector: {}}\n";
    unreadable("networking.k8s.io/v1", "NetworkPolicy", "shop", "p");
    assertThat(review(gke(DENIES + POD + LOGGED + other), gke(DENIES + POD + other)))
        .contains(ALLOW + " unreadable at p.yaml", DENY + " annotated");
  }

  @Test
  void thePointsOfAWorkloadStay() {
    unreadable("v1", "Pod", "shop", "w");
    List<String> lines =
        review(
            gke(DENIES + POD + "Pod shop/other\n" + LOGGED),
            gke(DENIES + "Pod shop/other\n" + LOGGED));
    assertThat(lines)
        .contains(ALLOW + " unreadable at p.yaml", DENY + " unreadable at p.yaml")
        .contains("fails regressions 2")
        .noneMatch(line -> line.startsWith("deleted"));
  }

  @Test
  void aNamespaceOfWhichNothingElseIsLeftStays() {
    unreadable("v1", "Pod", "shop", "w");
    unreadable("networking.k8s.io/v1", "NetworkPolicy", "shop", "p");
    unreadable("v1", "Namespace", null, "shop");
    assertThat(review(gke(DENIES + POD + LOGGED), gke("Namespace other\n")))
        .contains(ALLOW + " unreadable at p.yaml", DENY + " unreadable at p.yaml");
  }

  @Test
  void aNamespaceObjectMakesWhatDependsOnItUnknownWhateverIsAssumed() {
    unreadable("v1", "Namespace", null, "shop");
    World base =
        ObjectLines.world(
            "gke",
            DENIES + POD + LOGGED,
            "networkLogging",
            "delegated",
            "namespaces",
            "unannotated");
    World head =
        ObjectLines.world(
            "gke", POD + LOGGED, "networkLogging", "delegated", "namespaces", "unannotated");
    assertThat(review(base, head))
        .contains(ALLOW + " annotated", DENY + " unreadable at p.yaml", "fails regressions 1");
  }

  @Test
  void settingsOfTheClusterMakeEverythingUnknownWhateverIsAssumed() {
    unreadable("networking.gke.io/v1alpha1", "NetworkLogging", null, "default");
    String logging = "NetworkLogging default {cluster: {allow: {log: true}, deny: {log: true}}}\n";
    assertThat(review(gke(logging + POD + LOGGED), gke(POD + LOGGED)))
        .contains(
            ALLOW + " unreadable at p.yaml", DENY + " unreadable at p.yaml", "fails regressions 2");
  }

  @Test
  void adminPoliciesAndFirewallsStay() {
    String admin =
        "AdminNetworkPolicy a annotations{k8s.ovn.org/acl-logging: '{\"deny\": \"info\"}'}"
            + " {priority: 5, subject: {namespaces: {}}, ingress: [{action: Deny, from:"
            + " [{namespaces: {}}]}]}\n";
    String space = "Namespace shop annotations{k8s.ovn.org/acl-logging: '{\"deny\": \"info\"}'}\n";
    String firewall =
        "EgressFirewall shop/default {egress: [{type: Deny, to: {cidrSelector: 0.0.0.0/0}}]}\n";
    unreadable("policy.networking.k8s.io/v1alpha1", "AdminNetworkPolicy", null, "a");
    unreadable("k8s.ovn.org/v1", "EgressFirewall", "shop", "default");
    assertThat(
            review(
                ObjectLines.world("ovn", space + POD + admin + firewall),
                ObjectLines.world("ovn", space + POD)))
        .contains(
            "shop/Pod/w|ingress|deny|AdminNetworkPolicy/a#Ingress/0 unreadable at p.yaml",
            "Namespace/shop|egress|deny|EgressFirewall/shop#0 unreadable at p.yaml",
            "fails regressions 2")
        .noneMatch(line -> line.startsWith("lost"));
  }

  @Test
  void policiesAreCountedOnce() {
    unreadable("v1", "Pod", "shop", "w");
    Coverage base = EngineLines.coverage(gke(DENIES + POD + "Pod shop/x\n" + LOGGED));
    Coverage head = EngineLines.coverage(gke(DENIES + "Pod shop/x\n" + LOGGED), base, unreadable);
    assertThat(head.tally(Counter.POLICY)).isEqualTo(new Tally(0, 0, 0, 1, 1));
    assertThat(head.tally(Counter.WORKLOAD)).isEqualTo(new Tally(1, 0, 0, 1, 1));
    assertThat(head.tally(Counter.VERDICT)).isEqualTo(new Tally(2, 0, 0, 2, 2));
    assertThat(head.inactivePolicies()).isEmpty();
  }

  @Test
  void theReasonSaysWhereTheObjectStands() {
    unreadable("networking.k8s.io/v1", "NetworkPolicy", "shop", "p");
    Coverage base = EngineLines.coverage(gke(DENIES + POD + LOGGED));
    Coverage head = EngineLines.coverage(gke(DENIES + POD), base, unreadable);
    List<LoggingState> states = new ArrayList<>();
    head.forEach((_, _, point) -> states.add(point.state()));
    assertThat(states)
        .hasSize(2)
        .allSatisfy(
            state ->
                assertThat(state)
                    .isEqualTo(LoggingState.Unknown.unreadable("NetworkPolicy", "shop/p", BROKEN)));
  }
}
