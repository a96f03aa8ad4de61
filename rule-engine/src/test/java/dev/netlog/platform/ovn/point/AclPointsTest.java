package dev.netlog.platform.ovn.point;

import static dev.netlog.platform.ovn.point.AclPointSamples.OVN;
import static dev.netlog.platform.ovn.point.AclPointSamples.admin;
import static dev.netlog.platform.ovn.point.AclPointSamples.allow;
import static dev.netlog.platform.ovn.point.AclPointSamples.deny;
import static dev.netlog.platform.ovn.point.AclPointSamples.firewall;
import static dev.netlog.platform.ovn.point.AclPointSamples.ofNamespace;
import static dev.netlog.platform.ovn.point.AclPointSamples.states;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netlog.model.KubernetesKinds;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.network.Direction;
import dev.netlog.platform.AppliedPolicies;
import dev.netlog.platform.AssumingInventory;
import dev.netlog.platform.CommonCause;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.LoggingState.Logged;
import dev.netlog.platform.LoggingState.NotLogged;
import dev.netlog.platform.LoggingState.Unknown;
import dev.netlog.platform.Point;
import dev.netlog.platform.Reason;
import dev.netlog.platform.Verdict;
import dev.netlog.platform.ovn.Given;
import dev.netlog.platform.ovn.acl.AclLoggingTest;
import dev.netlog.platform.ovn.facts.OvnKinds;
import dev.netlog.platform.text.Phrase;
import dev.netlog.policy.Tiers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The states of points on OVN: each sentence of the specification by its words.
class AclPointsTest {
  private static final LoggingState ANNOTATED = new Logged(CommonCause.ANNOTATED, true);
  private static final LoggingState BARE = new NotLogged(CommonCause.NOT_ANNOTATED, false);
  private static final LoggingState INVALID = new NotLogged(CommonCause.INVALID_ANNOTATION, false);

  private static Resource namespace(String value) {
    return Given.object(
        "{'apiVersion':'v1','kind':'Namespace','metadata':{'name':'payments','annotations':{'k8s.ovn.org/acl-logging':%s}}}"
            .formatted(value));
  }

  private static Stream<LoggingState> allowed(Resource namespace) {
    return states(ofNamespace(Verdict.ALLOW), namespace);
  }

  private static Stream<LoggingState> denied(Resource namespace) {
    return states(ofNamespace(Verdict.DENY), namespace);
  }

  private static LoggingState state(Resource admin, Verdict verdict) {
    return OVN.loggingOf(admin(admin, verdict), Given.NOTHING_KNOWN);
  }

  @Test
  @DisplayName("read from the Namespace for NetworkPolicy and EgressFirewall points")
  void theNamespaceDecidesAboutPoliciesAndFirewalls() {
    Resource namespace = Given.namespace("{\"deny\":\"alert\"}");
    assertThat(denied(namespace)).hasSize(3).containsOnly(ANNOTATED);
    assertThat(allowed(namespace)).hasSize(2).containsOnly(BARE);
    Resource other = Given.namespace("{\"allow\":\"info\"}");
    assertThat(allowed(other)).containsOnly(ANNOTATED);
    assertThat(denied(other)).containsOnly(BARE);
  }

  @Test
  @DisplayName("read from the admin object itself for admin and baseline points")
  void anAdminPolicyDecidesAboutItself() {
    String value = "{\"deny\":\"alert\",\"pass\":\"debug\"}";
    for (Resource policy : List.of(Given.admin(value), Given.baseline(value))) {
      assertThat(state(policy, Verdict.DENY)).isEqualTo(ANNOTATED);
      assertThat(state(policy, Verdict.ALLOW)).isEqualTo(BARE);
    }
    assertThat(state(Given.admin(value), Verdict.PASS)).isEqualTo(ANNOTATED);
    assertThat(state(Given.baseline(value), Verdict.PASS)).isEqualTo(BARE);
    Point point = admin(Given.admin(""), Verdict.DENY);
    assertThat(OVN.loggingOf(point, Given.known(Given.namespace("{\"deny\":\"alert\"}"))))
        .isEqualTo(BARE);
  }

  @ParameterizedTest
  @DisplayName("names in any case, other members ignored")
  @ValueSource(strings = {"{\"DENY\":\"alert\"}", "{\"drop\":1,\"Deny\":\"info\",\"x\":[]}"})
  void namesAreReadInAnyCaseAndOtherMembersAreIgnored(String text) {
    assertThat(denied(Given.namespace(text))).containsOnly(ANNOTATED);
    assertThat(state(Given.admin(text), Verdict.DENY)).isEqualTo(ANNOTATED);
  }

  @ParameterizedTest
  @DisplayName("Not JSON, not an object, or a member that is no string: everything off, invalid")
  @ValueSource(
      strings = {
        "{",
        "alert",
        " ",
        "[]",
        "\"alert\"",
        "1",
        "{\"deny\":\"alert\",\"allow\":\"alert\",\"pass\":1}",
        "{\"deny\":\"alert\",\"allow\":true}",
        "{'deny': 'alert'}"
      })
  void whatCannotBeDecodedSwitchesEverythingOff(String text) {
    assertThat(denied(Given.namespace(text))).containsOnly(INVALID);
    assertThat(allowed(Given.namespace(text))).containsOnly(INVALID);
    for (Verdict verdict : List.of(Verdict.ALLOW, Verdict.DENY, Verdict.PASS)) {
      assertThat(state(Given.admin(text), verdict)).isEqualTo(INVALID);
    }
  }

  @Test
  @DisplayName("Bad severity: that member off, invalid-annotation")
  void aBadSeveritySwitchesItsOwnVerdictOff() {
    Resource namespace = Given.namespace("{\"deny\":\"inof\",\"allow\":\"info\"}");
    assertThat(denied(namespace)).containsOnly(INVALID);
    assertThat(allowed(namespace)).containsOnly(ANNOTATED);
    Resource alone = Given.namespace("{\"deny\":\"Alert\"}");
    assertThat(denied(alone)).containsOnly(INVALID);
    assertThat(allowed(alone)).containsOnly(BARE);
    assertThat(denied(Given.namespace("{\"deny\":\"alert\",\"pass\":\"loud\"}")))
        .containsOnly(ANNOTATED);
  }

  @ParameterizedTest
  @DisplayName("On an AdminNetworkPolicy or BaselineAdminNetworkPolicy any error: all its points")
  @ValueSource(
      strings = {
        "{\"deny\":\"alert\",\"allow\":\"info\",\"pass\":\"loud\"}",
        "{\"deny\":\"inof\",\"allow\":\"info\"}",
        "{\"deny\":\"alert\",\"allow\":1}",
        "{\"deny\":\"alert\","
      })
  void anyErrorOnAnAdminPolicyCostsAllItsPoints(String text) {
    for (Resource policy : List.of(Given.admin(text), Given.baseline(text))) {
      for (Verdict verdict : List.of(Verdict.ALLOW, Verdict.DENY, Verdict.PASS)) {
        assertThat(state(policy, verdict)).isEqualTo(INVALID);
      }
    }
  }

  @ParameterizedTest
  @DisplayName("Empty string, {}, null, absent member: off, not-annotated")
  @ValueSource(
      strings = {
        "''",
        "'{}'",
        "'{ }'",
        "'null'",
        "null",
        "'{\\\"deny\\\":\\\"\\\",\\\"allow\\\":null}'",
        "'{\\\"pass\\\":\\\"alert\\\"}'"
      })
  void sayingNothingInAValidWayIsOff(String value) {
    assertThat(denied(namespace(value))).containsOnly(BARE);
    assertThat(allowed(namespace(value))).containsOnly(BARE);
  }

  @ParameterizedTest
  @DisplayName("Valid severity: covered, annotated")
  @ValueSource(strings = {"alert", "warning", "notice", "info", "debug"})
  void eachSeverityCovers(String severity) {
    assertThat(denied(Given.namespace("{\"deny\":\"" + severity + "\"}"))).containsOnly(ANNOTATED);
  }

  @Test
  @DisplayName("Namespace absent: unknown, namespace-unknown")
  void withoutTheNamespaceNothingIsKnownButOfAdminPolicies() {
    for (Point point : List.of(allow(), deny(Direction.EGRESS), firewall(Verdict.DENY))) {
      LoggingState unknown =
          new Unknown(
              CommonCause.NAMESPACE_UNKNOWN,
              Phrase.ofNamespace("add the Namespace object ", "payments")
                  .with(
                      ", or pass --assume namespaces=unannotated (assume: {namespaces:"
                          + " unannotated} of a target in .netlog.yaml)"));
      assertThat(OVN.loggingOf(point, Given.NOTHING_KNOWN)).isEqualTo(unknown);
      assertThat(OVN.loggingOf(point, Given.complete())).isEqualTo(unknown);
      assertThat(OVN.loggingOf(point, AssumingInventory.of(Map.of("namespaces", "unannotated"))))
          .isEqualTo(BARE);
    }
    assertThat(state(Given.admin("{\"deny\":\"alert\"}"), Verdict.DENY)).isEqualTo(ANNOTATED);
  }

  @ParameterizedTest
  @DisplayName("A logging key whose value is not a string is an invalid annotation")
  @ValueSource(strings = {"true", "1", "[]", "{'deny':'alert'}"})
  void aValueThatIsNoStringIsInvalid(String value) {
    assertThat(denied(namespace(value))).containsOnly(INVALID);
    assertThat(allowed(namespace(value))).containsOnly(INVALID);
  }

  static Stream<AclLoggingTest.Case> cases() {
    return AclLoggingTest.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theWorkedCasesHoldForPoints(AclLoggingTest.Case given) {
    Resource namespace = Given.namespace(given.annotation());
    for (Verdict verdict : List.of(Verdict.ALLOW, Verdict.DENY)) {
      List<Point> points = ofNamespace(verdict);
      for (Point point : points) {
        boolean firewall = point.reason() instanceof Reason.NamespaceRule;
        JsonNode view = given.expected().get(firewall ? "egressFirewall" : "namespace");
        agrees(point, namespace, view.path(verdict.word()).asString(""));
      }
    }
    boolean programmed =
        given.expected().get("adminNetworkPolicy").get("policyProgrammed").booleanValue();
    JsonNode effective = given.expected().get("effective");
    for (Verdict verdict : List.of(Verdict.ALLOW, Verdict.DENY, Verdict.PASS)) {
      String severity = programmed ? effective.path(verdict.word()).asString("") : "";
      Resource policy = Given.admin(given.annotation());
      agrees(admin(policy, verdict), policy, severity);
      if (!programmed) {
        assertThat(state(policy, verdict)).isEqualTo(INVALID);
        assertThat(state(Given.baseline(given.annotation()), verdict)).isEqualTo(INVALID);
      } else if (verdict != Verdict.PASS) {
        Resource baseline = Given.baseline(given.annotation());
        agrees(admin(baseline, verdict), baseline, severity);
      }
    }
  }

  private static void agrees(Point point, Resource holder, String severity) {
    LoggingState state = OVN.loggingOf(point, Given.known(holder));
    assertThat(state instanceof Logged).isEqualTo(!severity.isEmpty());
    if (!severity.isEmpty()) {
      Value recorded = OVN.recordOf(point, Given.known(holder)).members().get("severity");
      assertThat(Objects.requireNonNull(recorded)).isEqualTo(new Value.Text(severity));
    }
  }

  @Test
  void ovnEnforcesAdminPoliciesAndNamesWhatIsNotModelled() {
    assertThat(OVN.enforcement().blocksMatchPods()).isTrue();
    assertThat(OVN.enforcement().tiers())
        .containsExactly(Tiers.ADMIN, Tiers.NETWORK_POLICIES, Tiers.BASELINE);
    assertThat(OVN.enforcement().namespacePolicies()).containsExactly(OvnKinds.EGRESS_FIREWALL);
    assertThat(OVN.enforcement().unmodelled())
        .containsExactlyInAnyOrder(
            KubernetesKinds.CLUSTER_NETWORK_POLICY, OvnKinds.MULTI_NETWORK_POLICY);
  }

  @Test
  void aPointThatNobodyModelsIsABug() {
    Point point =
        new Point(
            "payments",
            null,
            Verdict.ANY,
            new Reason.Unmodelled(Given.multi("payments", "m", "[]"), "x"),
            false,
            AppliedPolicies.NONE);
    assertThatThrownBy(() -> OVN.loggingOf(point, Given.NOTHING_KNOWN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
