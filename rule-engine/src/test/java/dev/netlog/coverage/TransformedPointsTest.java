package dev.netlog.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.coverage.compare.CoverageDiff;
import dev.netlog.coverage.input.TargetInput;
import dev.netlog.coverage.input.TransformedObjects;
import dev.netlog.coverage.oracle.World;
import dev.netlog.coverage.points.CoverageEngine;
import dev.netlog.inventory.Assumptions;
import dev.netlog.model.Resource;
import dev.netlog.platform.Platform;
import dev.netlog.platform.text.Unreadable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Points of objects that a tool changes before the cluster gets them are unknown.
final class TransformedPointsTest {
  private static final Unreadable PLACE =
      new Unreadable("kustomization.yaml", 2, Unreadable.TRANSFORMED);
  private static final String DENIES =
      "Namespace shop annotations{policy.network.gke.io/enable-deny-logging: 'true'}\n";
  private static final String PODS = "Pod shop/w labels{app: w}\nPod shop/x labels{app: x}\n";
  private static final String SPEC = " {podSelector: {}, ingress: [{ports: [{port: 80}]}]}\n";
  private static final String LOGGED =
      "NetworkPolicy shop/p annotations{policy.network.gke.io/enable-logging: 'true'}" + SPEC;
  private static final String BARE = "NetworkPolicy shop/q" + SPEC;

  private static Coverage coverage(
      String platform, String objects, Set<String> changed, String... assumed) {
    World world = ObjectLines.world(platform, objects, assumed);
    Platform of = EngineLines.platform(platform);
    Map<Resource, Unreadable> places = new LinkedHashMap<>();
    for (Resource resource : world.resources()) {
      if (changed.contains(resource.id().kind() + "/" + resource.id().name())) {
        places.put(resource, PLACE);
      }
    }
    assertThat(places).hasSize(changed.size());
    TargetInput target =
        TargetInput.of(
            of,
            world.resources(),
            new Assumptions(world.assumptions()),
            TransformedObjects.of(of, places));
    return CoverageEngine.ipv4().evaluate(target, CoverageEngine.SEQUENTIAL);
  }

  private static Coverage gke(String objects, String... changed) {
    return coverage("gke", objects, Set.of(changed), "networkLogging", "delegated");
  }

  private static List<String> lines(Coverage coverage) {
    List<String> lines = new ArrayList<>();
    coverage.forEach(
        (subject, _, point) -> lines.add(point.key(subject) + " " + point.state().causeCode()));
    return lines;
  }

  private static String allow(String pod, String policy, String cause) {
    return "shop/Pod/" + pod + "|ingress|allow|NetworkPolicy/shop/" + policy + " " + cause;
  }

  private static String deny(String pod, String cause) {
    return "shop/Pod/" + pod + "|ingress|deny|default-deny " + cause;
  }

  @Test
  void ofAPolicyItsOwnAndThoseThatItCovers() {
    assertThat(lines(gke(DENIES + PODS + LOGGED + BARE, "NetworkPolicy/p")))
        .containsExactlyInAnyOrder(
            allow("w", "p", "transformed"),
            allow("w", "q", "transformed"),
            deny("w", "transformed"),
            allow("x", "p", "transformed"),
            allow("x", "q", "transformed"),
            deny("x", "transformed"));
    assertThat(lines(gke(DENIES + PODS + LOGGED + BARE, "NetworkPolicy/q")))
        .contains(allow("w", "p", "annotated"), allow("w", "q", "transformed"));
  }

  @Test
  void ofAWorkloadAllOfItsOwnAndNoOthers() {
    assertThat(lines(gke(DENIES + PODS + LOGGED, "Pod/w")))
        .containsExactlyInAnyOrder(
            allow("w", "p", "transformed"),
            deny("w", "transformed"),
            allow("x", "p", "annotated"),
            deny("x", "annotated"));
  }

  @Test
  void ofANamespaceThoseThatAskIt() {
    assertThat(lines(gke(DENIES + PODS + LOGGED, "Namespace/shop")))
        .contains(allow("w", "p", "annotated"), deny("w", "transformed"));
  }

  @Test
  void ofTheSettingsThoseThatAskThem() {
    String half = "{log: true, delegate: true}";
    String settings =
        "NetworkLogging default {cluster: {allow: " + half + ", deny: " + half + "}}\n";
    assertThat(lines(gke(settings + DENIES + PODS + LOGGED, "NetworkLogging/default")))
        .contains(allow("w", "p", "transformed"), deny("w", "transformed"));
  }

  @Test
  void ofTheLabelsOfANamespaceTheRulesThatSelectByThem() {
    String logging = " annotations{k8s.ovn.org/acl-logging: '{\"deny\": \"alert\"}'}";
    String rules =
        "AdminNetworkPolicy a"
            + logging
            + " {priority: 1, subject: {namespaces: {matchLabels: {team: t}}},"
            + " ingress: [{action: Deny, from: [{namespaces: {}}]}]}\n"
            + "AdminNetworkPolicy b"
            + logging
            + " {priority: 2, subject: {namespaces: {}},"
            + " ingress: [{action: Deny, from: [{namespaces: {}}]}]}\n";
    String objects = "Namespace shop meta{labels: {team: t}}\n" + PODS + rules;
    String key = "shop/Pod/w|ingress|deny|AdminNetworkPolicy/a#Ingress/0 ";
    assertThat(lines(coverage("ovn", objects, Set.of()))).contains(key + "annotated");
    assertThat(lines(coverage("ovn", objects, Set.of("Namespace/shop"))))
        .contains(key + "transformed");
  }

  @Test
  void theyCountAsUnknownAndAreComparedAsWritten() {
    Coverage base = gke(DENIES + PODS + LOGGED, "NetworkPolicy/p");
    assertThat(base.tally(Counter.VERDICT).unknown()).isEqualTo(4);
    Coverage same = gke(DENIES + PODS + LOGGED, "NetworkPolicy/p");
    assertThat(CoverageDiff.between(base, same).isEmpty()).isTrue();
    Coverage bare = gke(DENIES + PODS + BARE.replace("/q", "/p"), "NetworkPolicy/p");
    assertThat(CoverageDiff.between(base, bare).regressions()).hasSize(2);
    assertThat(CoverageDiff.between(bare, base).isEmpty()).isTrue();
  }
}
