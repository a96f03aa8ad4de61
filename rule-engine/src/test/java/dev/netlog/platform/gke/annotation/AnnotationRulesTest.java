package dev.netlog.platform.gke.annotation;

import static dev.netlog.platform.gke.Samples.ALLOW;
import static dev.netlog.platform.gke.Samples.DENY;
import static dev.netlog.platform.gke.Samples.namespace;
import static dev.netlog.platform.gke.Samples.networkLogging;
import static dev.netlog.platform.gke.Samples.object;
import static dev.netlog.platform.gke.Samples.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.fix.Fix;
import dev.netlog.fix.Safety;
import dev.netlog.model.Value;
import dev.netlog.platform.gke.GkePlatform;
import dev.netlog.platform.gke.Json;
import dev.netlog.platform.gke.Lint;
import dev.netlog.run.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AnnotationRulesTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "True,true",
        "TRUE,true",
        "true ,true",
        "true\\n,true",
        "\\u0027true\\u0027,true",
        "\\u00a0true,true",
        "yes,true",
        "on,true",
        "1,true",
        "t,true",
        "False,false",
        "no,false",
        "off,false",
        "0,false"
      })
  void aValueThatPlainlyMeansABooleanIsRewritten(String written, String meant) {
    Finding finding = Lint.only(Lint.of(policy("{'" + ALLOW + "':'" + written + "'}")));
    assertThat(finding.rule().id()).isEqualTo("gke-annotation-value");
    assertThat(Lint.fix(finding).safety()).isEqualTo(Safety.SAFE);
    assertThat(Lint.fix(finding).edits().toString()).contains("Text[value=" + meant + "]");
    assertThat(Lint.after(finding)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"enabled,UNSAFE", "disabled,UNSAFE", "'',MANUAL", "alert,MANUAL", "verbose,MANUAL"})
  void aValueThatMayMeanSomethingElseIsNotRewrittenUnasked(String written, Safety safety) {
    Finding finding = Lint.only(Lint.of(policy("{'" + ALLOW + "':'" + written + "'}")));
    assertThat(Lint.fix(finding).safety()).isEqualTo(safety);
  }

  @Test
  void aWrongValueSaysWhatHoldsInstead() {
    Finding finding = Lint.only(Lint.of(policy("{'" + ALLOW + "':'yes\\n'}")));
    assertThat(finding.violation().message())
        .isEqualTo(
            "value \"yes\\n"
                + "\" reads as off, since only exactly \"true\" enables logging; write \"true\"");
    assertThat(finding.violation().effect())
        .isEqualTo("connections that the policy allows leave no record where allow is delegated");
  }

  @Test
  void theLossIsCountedInTheNamespace() {
    Finding finding =
        Lint.only(
            Lint.of(
                namespace("{'" + DENY + "':'True'}"),
                policy("{}"),
                networkLogging("null", "{log:true,delegate:true}")));
    assertThat(finding.violation().effect()).isEqualTo("1 policy in shop loses its deny log");
  }

  @Test
  void nothingIsLostWhereAnnotationsAreNotRead() {
    Finding finding =
        Lint.only(Lint.of(policy("{'" + ALLOW + "':'True'}"), networkLogging("{log:true}", "{}")));
    assertThat(finding.violation().effect()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "v1,Namespace,policy.network.gke.io/enable-logging",
    "networking.k8s.io/v1,NetworkPolicy,policy.network.gke.io/enable-deny-logging",
    "projectcalico.org/v3,NetworkPolicy,policy.network.gke.io/enable-logging",
    "v1,Pod,policy.network.gke.io/enable-deny-logging",
    "policy.networking.k8s.io/v1alpha1,AdminNetworkPolicy,policy.network.gke.io/enable-logging",
    "cilium.io/v2,CiliumNetworkPolicy,policy.network.gke.io/enable-deny-logging",
    "kyverno.io/v1,ClusterPolicy,policy.network.gke.io/enable-logging",
  })
  void anAnnotationOnTheWrongKindHasNoEffect(String apiVersion, String kind, String key) {
    Finding finding = Lint.only(Lint.of(object(apiVersion, kind, "{'" + key + "':'yes'}")));
    assertThat(finding.rule().id()).isEqualTo("gke-misplaced-annotation");
    assertThat(finding.violation().message())
        .contains("has no effect on a " + kind + ": GKE reads");
    assertThat(Lint.fix(finding).safety()).isEqualTo(Safety.MANUAL);
  }

  @ParameterizedTest
  @CsvSource({
    "networking.k8s.io/v1,NetworkPolicy,policy.network.gke.io/enable-logging",
    "cilium.io/v2,CiliumNetworkPolicy,policy.network.gke.io/enable-logging",
    "cilium.io/v2,CiliumClusterwideNetworkPolicy,policy.network.gke.io/enable-logging",
    "networking.gke.io/v1alpha1,FQDNNetworkPolicy,policy.network.gke.io/enable-logging",
    "v1,Namespace,policy.network.gke.io/enable-deny-logging",
    "v1,List,policy.network.gke.io/enable-deny-logging",
  })
  void anAnnotationInItsPlaceIsFine(String apiVersion, String kind, String key) {
    assertThat(Lint.of(object(apiVersion, kind, "{'" + key + "':'false'}"))).isEmpty();
  }

  @Test
  void aLabelIsMovedToTheAnnotations() {
    String labelled =
        policy("{a:'b'}").replace("annotations", "labels").replace("a:'b'", "'%s':'true'");
    Finding finding = Lint.only(Lint.of(labelled.formatted(ALLOW)));
    assertThat(finding.violation().message())
        .isEqualTo(
            "label \"policy.network.gke.io/enable-logging\" has no effect: GKE reads it from the"
                + " annotations; move it there");
    assertThat(Lint.fix(finding).safety()).isEqualTo(Safety.UNSAFE);
    assertThat(Lint.after(finding)).isEmpty();
    Finding wrongKind = Lint.only(Lint.of(labelled.formatted(DENY)));
    assertThat(Lint.fix(wrongKind).safety()).isEqualTo(Safety.MANUAL);
  }

  @Test
  void aLabelIsNotMovedIntoAnnotationsThatAreNone() {
    String subject =
        "{apiVersion:'v1',kind:'Namespace',metadata:{name:'a',annotations:'x',labels:{'%s':'true'}}}"
            .formatted(DENY);
    List<Finding> findings = Lint.of(subject);
    assertThat(Lint.ids(findings)).containsExactly("metadata-refused", "gke-misplaced-annotation");
    assertThat(Lint.fix(findings.getLast()).safety()).isEqualTo(Safety.MANUAL);
  }

  @ParameterizedTest
  @CsvSource({
    "Deployment,'{template:{metadata:{annotations:{%s}}}}'",
    "CronJob,'{jobTemplate:{spec:{template:{metadata:{labels:{%s}}}}}}'",
    "CronJob,'{jobTemplate:{metadata:{annotations:{%s}}}}'",
    "Service,'{template:{metadata:{annotations:{%s}},spec:{containers:[]}}}'",
  })
  void aPodTemplateIsNoPlaceForIt(String kind, String spec) {
    String subject =
        "{apiVersion:'apps/v1',kind:'%s',metadata:{name:'a'},spec:%s}"
            .formatted(kind, spec.formatted("'" + DENY + "':'true'"));
    Finding finding = Lint.only(Lint.of(subject));
    assertThat(finding.rule().id()).isEqualTo("gke-misplaced-annotation");
    assertThat(finding.violation().message()).startsWith("key of a pod template \"policy.network");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{template:{metadata:{annotations:{'policy.network.gke.io/enable-logging':'true'}}}}",
        "{rules:[{generate:{data:{metadata:{annotations:{'policy.network.gke.io/enable-logging':'true'}}}}}]}",
      })
  void templatesOfOtherObjectsAreNotLookedInto(String spec) {
    assertThat(
            Lint.of(
                "{apiVersion:'types.kubefed.io/v1beta1',kind:'FederatedNetworkPolicy',metadata:{name:'a'},spec:"
                    + spec
                    + "}"))
        .isEmpty();
  }

  @Test
  void aMisspeltKeyIsRenamed() {
    Finding finding = Lint.only(Lint.of(policy("{'networking.gke.io/enable-logging':'true'}")));
    assertThat(finding.rule().id()).isEqualTo("gke-misspelt-annotation");
    assertThat(finding.violation().message())
        .isEqualTo(
            "nothing reads annotation \"networking.gke.io/enable-logging\"; write"
                + " \"policy.network.gke.io/enable-logging\"");
    assertThat(Lint.fix(finding).safety()).isEqualTo(Safety.SAFE);
    assertThat(Lint.after(finding)).isEmpty();
  }

  @Test
  void aMisspeltKeyIsNotRenamedOverTheRightOne() {
    Finding finding =
        Lint.only(Lint.of(policy("{'%s_':'true','%s':'false'}".formatted(ALLOW, ALLOW))));
    assertThat(Lint.fix(finding).safety()).isEqualTo(Safety.UNSAFE);
    assertThat(Lint.after(finding)).isEmpty();
  }

  @Test
  void aMisspeltKeyWithAWrongValueIsLeftToThePerson() {
    Finding finding =
        Lint.only(Lint.of(namespace("{'networking.gke.io/enable-deny-logging':'on'}")));
    assertThat(Lint.fix(finding).safety()).isEqualTo(Safety.MANUAL);
  }

  @Test
  void aMisspeltKeyOnTheWrongKindIsOneFinding() {
    Finding finding =
        Lint.only(Lint.of(policy("{'policy.network.gke.io/enable-denied-logging':'on'}")));
    assertThat(finding.violation().message())
        .endsWith(
            "GKE reads \"policy.network.gke.io/enable-deny-logging\" from annotations of"
                + " Namespaces, and from a NetworkPolicy only"
                + " \"policy.network.gke.io/enable-logging\"");
    assertThat(finding.violation().fix()).isNull();
  }

  @Test
  void aVagueKeyMeansWhatTheKindCanSay() {
    Finding finding = Lint.only(Lint.of(namespace("{'policy.network.gke.io/logging':'true'}")));
    assertThat(Lint.fix(finding).title())
        .isEqualTo("rename it to policy.network.gke.io/enable-deny-logging");
    assertThat(Lint.after(finding)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'{log:false}', true, 'allow.log is not true in the NetworkLogging; set it and allow.delegate"
        + " to true'",
    "'{log:true}', true, 'the NetworkLogging logs all connections without asking; set'",
    "'{log:true}', false, 'so \"false\" is no opt-out'",
    "'{delegate:true}', true, 'is invalid as a whole'",
    "'{log:''true''}', true, 'is invalid as a whole'",
  })
  void anAnnotationThatIsNotAskedForHasNoEffect(String allow, String value, String text) {
    Finding finding =
        Lint.only(
            Lint.of(policy("{'" + ALLOW + "':'" + value + "'}"), networkLogging(allow, "{}")));
    assertThat(finding.rule().id()).isEqualTo("gke-annotation-without-effect");
    assertThat(finding.violation().message()).contains(text);
    assertThat(finding.violation().related()).hasSize(1);
    Fix fix = Lint.fix(finding);
    assertThat(fix.safety()).isEqualTo(Safety.MANUAL);
  }

  @Test
  void theRelatedPlaceIsTheSettingThatDecides() {
    Finding finding =
        Lint.only(
            Lint.of(
                namespace("{'" + DENY + "':'true'}"),
                networkLogging("{}", "{log:true,delegate:false}")));
    assertThat(finding.violation().related().getFirst().place().pointer())
        .hasToString("/spec/cluster/deny/delegate");
  }

  @Test
  void anAnnotationThatIsAskedForIsFine() {
    String delegated = networkLogging("{log:true,delegate:true}", "{}");
    assertThat(Lint.of(policy("{'" + ALLOW + "':'true'}"), delegated)).isEmpty();
  }

  @Test
  void whatIsNotKnownAddsNothing() {
    String annotated = policy("{'" + ALLOW + "':'true'}");
    String other = networkLogging("{log:true}", "{}");
    assertThat(Lint.of(annotated)).isEmpty();
    assertThat(Lint.of(annotated, other, networkLogging("{}", "{}"))).isEmpty();
    assertThat(Lint.of(annotated, other.replace("'default'", "'else'"))).isEmpty();
    assertThat(Lint.of(annotated, other.replace("v1alpha1", "v1"))).isEmpty();
  }

  @Test
  void settingsAreThoseOfTheExactValue() {
    GkePlatform gke = new GkePlatform();
    assertThat(gke.settings(Json.resource(policy("{'" + ALLOW + "':'true'}"))).getFirst().members())
        .containsExactly(Map.entry("allow", new Value.Bool(true)));
    assertThat(gke.settings(Json.resource(policy("{'" + ALLOW + "':true}")))).isEmpty();
    assertThat(gke.settings(Json.resource(policy("{'" + DENY + "':'true'}")))).isEmpty();
    assertThat(gke.settings(Json.resource(namespace("{'" + DENY + "':''}"))).getFirst().members())
        .containsExactly(Map.entry("deny", new Value.Bool(false)));
  }

  @Test
  void theKeysShowThatManifestsAreForGke() {
    GkePlatform gke = new GkePlatform();
    assertThat(gke.isSeenIn(Json.resource(policy("{'policy.network.gke.io/x':'y'}")))).isTrue();
    assertThat(gke.concerns("policy.network.gke.io/x")).isTrue();
    assertThat(gke.isSeenIn(Json.resource(networkLogging("{}")))).isTrue();
    assertThat(gke.reads(Json.resource(networkLogging("{}")).id().groupKind())).isTrue();
    assertThat(gke.isSeenIn(Json.resource(policy("{'networking.gke.io/enable-logging':'y'}"))))
        .isFalse();
    assertThat(gke.isSeenIn(Json.resource(policy("{a:'b'}")))).isFalse();
  }
}
