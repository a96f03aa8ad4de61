package dev.netlog.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.fix.Edit;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.gke.GkePlatform;
import dev.netlog.platform.gke.Json;
import dev.netlog.platform.ovn.OvnPlatform;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an object is annotated with that says nothing about its logging.
class InjectedAnnotationTest {
  private static final String ACL = "/metadata/annotations/k8s.ovn.org~1acl-logging";
  private static final String GKE = "/metadata/annotations/policy.network.gke.io~1";
  private static final Map<String, String> SEVERITIES =
      Map.of("allow", "notice", "deny", "alert", "pass", "info");

  @Test
  void aNamespaceGetsTheSeveritiesInTheOrderOfTheFixAndNoPass() {
    assertThat(ovn("{apiVersion:'v1',kind:'Namespace',metadata:{name:'a'}}", SEVERITIES))
        .isEqualTo(ACL + " {\"deny\": \"alert\", \"allow\": \"notice\"}");
  }

  @Test
  void anAdminPolicyGetsPassToo() {
    String policy =
        "{apiVersion:'policy.networking.k8s.io/v1alpha1',kind:'AdminNetworkPolicy',metadata:{name:'a'}}";
    assertThat(ovn(policy, SEVERITIES)).endsWith(", \"allow\": \"notice\", \"pass\": \"info\"}");
  }

  @Test
  void severitiesOfWhichTheObjectHasNoUseLeaveItAlone() {
    String namespace = "{apiVersion:'v1',kind:'Namespace',metadata:{name:'a'}}";
    assertThat(ovn(namespace, Map.of("pass", "info"))).isNull();
    assertThat(ovn(namespace, Map.of())).isNull();
  }

  @Test
  void onGkeANamespaceGetsTheDenyKeyAndAPolicyTheAllowKey() {
    assertThat(gke("{apiVersion:'v1',kind:'Namespace',metadata:{name:'a'}}"))
        .isEqualTo(GKE + "enable-deny-logging true");
    assertThat(gke("{apiVersion:'networking.k8s.io/v1',kind:'NetworkPolicy',metadata:{name:'a'}}"))
        .isEqualTo(GKE + "enable-logging true");
  }

  @Test
  void onGkeTheSettingsSayWhatGetsAnAnnotation() {
    String namespace = "{apiVersion:'v1',kind:'Namespace',metadata:{name:'a'}}";
    String policy = "{apiVersion:'networking.k8s.io/v1',kind:'NetworkPolicy',metadata:{name:'a'}}";
    assertThat(gke(namespace, Map.of("policies", "true"))).isNull();
    assertThat(gke(policy, Map.of("namespaces", "true"))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{annotations:{'k8s.ovn.org/acl-logging':'{','policy.network.gke.io/enable-deny-logging':'x'}}",
        "{annotations:{'k8s.ovn.org/acl-logging':'','policy.network.gke.io/enable-deny-logging':'false'}}",
        "{annotations:{'k8s.ovn.org/acl-logging':null,'policy.network.gke.io/enable-deny-logging':null}}",
        "{annotations:{'k8s.ovn.org/acl-loging':'a','policy.network.gke.io/enable-denied-logging':'true'}}",
        "{labels:{'k8s.ovn.org/acl-logging':'a','policy.network.gke.io/enable-deny-logging':'true'}}",
        "{annotations:'text'}",
        "{annotations:['k8s.ovn.org/acl-logging']}",
        "'text'",
      })
  void whatSomebodyHasWrittenOrMeantStaysAlone(String metadata) {
    String namespace = "{apiVersion:'v1',kind:'Namespace',metadata:" + metadata + "}";
    assertThat(ovn(namespace, SEVERITIES)).isNull();
    assertThat(gke(namespace)).isNull();
  }

  @Test
  void aKindThatNothingReadsIsLeftAlone() {
    String pod = "{apiVersion:'v1',kind:'Pod',metadata:{name:'a'}}";
    assertThat(ovn(pod, SEVERITIES)).isNull();
    assertThat(gke(pod)).isNull();
  }

  private static @Nullable String ovn(String json, Map<String, String> severities) {
    return shown(new OvnPlatform().inject(resource(json), severities));
  }

  private static @Nullable String gke(String json) {
    return gke(json, Map.of("policies", "true", "namespaces", "true"));
  }

  private static @Nullable String gke(String json, Map<String, String> settings) {
    return shown(new GkePlatform().inject(resource(json), settings));
  }

  private static @Nullable String shown(Edit.@Nullable Set edit) {
    return edit == null ? null : edit.pointer() + " " + ((Value.Text) edit.value()).value();
  }

  private static Resource resource(String json) {
    return Json.resource(json);
  }
}
