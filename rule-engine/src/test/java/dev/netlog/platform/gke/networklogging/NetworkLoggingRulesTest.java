package dev.netlog.platform.gke.networklogging;

import static dev.netlog.platform.gke.Samples.ALLOW;
import static dev.netlog.platform.gke.Samples.networkLogging;
import static dev.netlog.platform.gke.Samples.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.fix.Edit;
import dev.netlog.fix.Safety;
import dev.netlog.model.JsonPointer;
import dev.netlog.platform.gke.GkePlatform;
import dev.netlog.platform.gke.Json;
import dev.netlog.platform.gke.Lint;
import dev.netlog.run.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NetworkLoggingRulesTest {
  private static final String ON = "{log:true}";

  @Test
  void aBooleanInQuotesIsRefusedAndUnquoted() {
    Finding finding = Lint.only(Lint.of(networkLogging(ON, "{log:' True'}")));
    assertThat(finding.rule().id()).isEqualTo("gke-networklogging-schema");
    assertThat(finding.violation().place().pointer()).hasToString("/spec/cluster/deny/log");
    assertThat(finding.violation().message())
        .isEqualTo(
            "\"spec.cluster.deny.log\" is the string \" True\", which the API server refuses: it"
                + " takes a boolean; write true without quotes");
    assertThat(Lint.fix(finding).safety()).isEqualTo(Safety.SAFE);
    assertThat(Lint.after(finding)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'{cluster:{allow:{log:1}}}', 'the number 1, which the API server refuses: it takes a boolean;"
        + " write true'",
    "'{cluster:[]}', 'an array, which the API server refuses: it takes an object; write its fields"
        + " below it'",
    "'true', 'the boolean true, which the API server refuses: it takes an object; write its"
        + " fields'",
  })
  void whatStandsThereAndWhatIsTakenAreBothNamed(String spec, String text) {
    assertThat(Lint.only(Lint.of(networkLogging(spec))).violation().message()).contains(text);
  }

  @Test
  void aNameThatIsNoStringIsToBeTheOneName() {
    Finding finding = Lint.only(Lint.of(networkLogging(ON, ON).replace("'default'", "false")));
    assertThat(finding.violation().message())
        .isEqualTo(
            "\"metadata.name\" is the boolean false, which the API server refuses: it takes a"
                + " string; write name: default");
  }

  @Test
  void anUnquotingThatWouldMakeTheObjectInvalidIsNotOffered() {
    Finding finding = Lint.only(Lint.of(networkLogging(ON, "{delegate:'true'}")));
    assertThat(finding.rule().id()).isEqualTo("gke-networklogging-schema");
    assertThat(finding.violation().fix()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'{cluster:{allow:{log:1}}}', UNSAFE",
    "'{cluster:{allow:{log:''off''}}}', SAFE",
    "'{cluster:{allow:{log:''enabled''}}}', UNSAFE",
  })
  void howSureItIsDependsOnWhatWasWritten(String spec, Safety safety) {
    assertThat(Lint.fix(Lint.only(Lint.of(networkLogging(spec)))).safety()).isEqualTo(safety);
  }

  @Test
  void anotherNameIsRefused() {
    Finding finding =
        Lint.only(Lint.of(networkLogging(ON, ON).replace("'default'", "'network-logging'")));
    assertThat(finding.violation().place().pointer()).hasToString("/metadata/name");
    assertThat(finding.violation().message()).contains("name \"network-logging\" is refused");
    assertThat(Lint.fix(finding).safety()).isEqualTo(Safety.UNSAFE);
    assertThat(Lint.after(finding)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "networking.gke.io/v1, NetworkLogging, /apiVersion",
    "network.gke.io/v1alpha1, NetworkLogging, /apiVersion",
    "networking.k8s.io/v1, NetworkLogging, /apiVersion",
    "v1, NetworkLogging, /apiVersion",
    "networking.gke.io/v1alpha1, Networklogging, /kind",
    "networking.gke.io/v1alpha1, NetworkLoging, /kind",
  })
  void anotherVersionGroupOrKindIsUnknownToTheApiServer(
      String apiVersion, String kind, String pointer) {
    String object =
        networkLogging(ON, ON)
            .replace("networking.gke.io/v1alpha1", apiVersion)
            .replace("NetworkLogging", kind);
    Finding finding = Lint.only(Lint.of(object));
    assertThat(finding.rule().id()).isEqualTo("gke-networklogging-schema");
    assertThat(finding.violation().place().pointer()).hasToString(pointer);
    assertThat(Lint.after(finding)).isEmpty();
    assertThat(new GkePlatform().settings(Json.resource(object))).isEmpty();
    assertThat(new GkePlatform().reads(Json.resource(object).id().groupKind())).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "logging.banzaicloud.io/v1beta1, NetworkLogging",
    "networking.gke.io/v1alpha1, NetworkLoggingList",
    "networking.gke.io/v1alpha1, NetworkInterface",
    "networking.gke.io/v1, ManagedCertificate",
    "networking.gke.io/v1beta1, FrontendConfig",
    "networking.gke.io/v1alpha1, FQDNNetworkPolicy",
  })
  void otherKindsAreLeftAlone(String apiVersion, String kind) {
    String object =
        "{apiVersion:'%s',kind:'%s',metadata:{name:'a'},spec:{x:1}}".formatted(apiVersion, kind);
    assertThat(Lint.of(object)).isEmpty();
  }

  @Test
  void bothHalvesThatAreDelegatedWithoutLogAreReported() {
    List<Finding> findings =
        Lint.of(networkLogging("{log:false,delegate:true}", "{log:null,delegate:true}"));
    assertThat(Lint.ids(findings))
        .containsExactly("gke-delegate-without-log", "gke-delegate-without-log");
    assertThat(findings)
        .extracting(finding -> finding.violation().place().pointer().toString())
        .containsExactly("/spec/cluster/allow/delegate", "/spec/cluster/deny/delegate");
    assertThat(findings.getFirst().violation().effect())
        .isEqualTo(
            "running agents keep their former setting and every agent that starts later logs"
                + " nothing");
    assertThat(Lint.ids(Lint.after(findings.getFirst())))
        .containsExactly("gke-delegate-without-log");
  }

  @Test
  void policiesThatLoseTheirLogsAreCounted() {
    Finding finding =
        Lint.only(
            Lint.of(
                networkLogging(ON, "{delegate:true}"),
                policy("{}"),
                policy("{}").replace("'shop'", "'b'")));
    assertThat(finding.violation().effect()).endsWith(", so that 2 policies lose their logs");
  }

  @Test
  void aPrunedTypoIsReportedBesideWhatItCauses() {
    List<Finding> findings = Lint.of(networkLogging("{enabled:true,delegate:true}", ON));
    assertThat(Lint.ids(findings)).containsExactly("gke-unknown-field", "gke-delegate-without-log");
    assertThat(findings.getFirst().violation().message())
        .isEqualTo(
            "field \"spec.cluster.allow.enabled\" is not one of NetworkLogging's, so the API server"
                + " drops it; write spec.cluster.allow.log");
    assertThat(Lint.fix(findings.getFirst()).safety()).isEqualTo(Safety.UNSAFE);
    assertThat(Lint.after(findings.getFirst())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'{cluster:{deny:{Log:true}}}', SAFE",
    "'{cluster:{deny:{logs:true}}}', SAFE",
    "'{cluster:{denied:{log:true}}}', UNSAFE",
    "'{clusters:{deny:{log:true}}}', SAFE",
    "'{deny:{log:true}}', UNSAFE",
    "'{denied:{log:true}}', UNSAFE",
    "'{cluster:{allow:{log:true,deny:{log:true}}}}', UNSAFE",
    "'{cluster:{deny:{log:true,allow:{log:true}}}}', UNSAFE",
    "'{cluster:{allow:{log:true,denied:{log:true}},deny:null}}', UNSAFE",
    "'{node:{deny:{log:true}},cluster:{deny:{log:true}}}', UNSAFE",
    "'{cluster:{flow:true,deny:{log:true}}}', UNSAFE",
  })
  void aFieldThatIsUnknownIsRenamedMovedOrDeleted(String spec, Safety safety) {
    Finding finding = Lint.only(Lint.of(networkLogging(spec)));
    assertThat(finding.rule().id()).isEqualTo("gke-unknown-field");
    assertThat(Lint.fix(finding).safety()).isEqualTo(safety);
    assertThat(Lint.after(finding)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'{cluster:{allow:{log:true,deny:{log:true}}}}', /spec/cluster/deny",
    "'{cluster:{deny:{log:false,allow:{log:true}}}}', /spec/cluster/allow",
    "'{cluster:{allow:{log:false,Denny:{log:true}}}}', /spec/cluster/deny",
    "'{deny:{log:true}}', /spec/cluster/deny",
  })
  void aHalfAtAWrongLevelIsMovedWithWhatItSays(String spec, String place) {
    String title = place.substring(1).replace('/', '.');
    Finding finding = Lint.only(Lint.of(networkLogging(spec)));
    assertThat(Lint.fix(finding).title()).isEqualTo("move it to " + title);
    assertThat(Lint.fix(finding).edits())
        .containsExactly(
            new Edit.Set(JsonPointer.parse(place), Json.value("{log:true}")),
            new Edit.Remove(finding.violation().place().pointer()));
  }

  @ParameterizedTest
  @CsvSource({
    "'{cluster:{allow:{log:true,deny:{log:true}},deny:{log:false}}}', spec.cluster.deny",
    "'{cluster:{allow:{allow:{log:true}}}}', spec.cluster.allow",
    "'{deny:{log:true},cluster:{deny:{log:true}}}', spec.cluster.deny",
  })
  void aHalfWhoseRightPlaceIsTakenIsNeitherMovedNorDeleted(String spec, String taken) {
    Finding finding = Lint.of(networkLogging(spec)).getFirst();
    assertThat(finding.rule().id()).isEqualTo("gke-unknown-field");
    assertThat(finding.violation().message())
        .endsWith("; " + taken + " is there as well, so write there what both should say");
    assertThat(finding.violation().fix()).isNull();
  }

  @Test
  void aHalfOutsideOfTheSpecIsNoHalf() {
    String object =
        networkLogging("{cluster:{allow:{log:true}}}")
            .replace("{name:'default'}", "{name:'default',deny:{log:true}}");
    Finding finding = Lint.only(Lint.of(object));
    assertThat(Lint.fix(finding).title()).isEqualTo("delete the field");
  }

  @Test
  void aRenamingThatWouldMakeTheObjectInvalidIsNotOffered() {
    Finding finding = Lint.only(Lint.of(networkLogging("{Delegate:true}", ON)));
    assertThat(finding.violation().fix()).isNull();
  }

  @Test
  void aFieldWhoseRightNameIsTakenIsNotRenamed() {
    Finding finding = Lint.only(Lint.of(networkLogging("{logs:true,log:false}", ON)));
    assertThat(finding.violation().fix()).isNull();
  }

  @Test
  void metadataAndStatusAreHeldToTheirFieldsToo() {
    String object =
        networkLogging(ON, ON)
            .replace("{name:'default'}", "{name:'default',label:{a:'b'},labels:{c:1}},status:{}");
    assertThat(Lint.of(object))
        .extracting(f -> f.rule().id() + " " + f.violation().place().pointer())
        .containsExactlyInAnyOrder(
            "gke-networklogging-schema /metadata/labels/c",
            "gke-unknown-field /metadata/label",
            "gke-unknown-field /status");
  }

  @ParameterizedTest
  @CsvSource({
    "'{}', /spec",
    "null, /spec",
    "'{cluster:{allow:{log:false}}}', /spec/cluster",
    "'{cluster:{allow:null}}', /spec/cluster",
  })
  void anObjectThatLogsNothingIsAHint(String spec, String pointer) {
    Finding finding = Lint.only(Lint.of(networkLogging(spec), policy("{}")));
    assertThat(finding.rule().id()).isEqualTo("gke-networklogging-off");
    assertThat(finding.violation().place().pointer()).hasToString(pointer);
    assertThat(finding.violation().effect()).isEqualTo("1 policy in 1 namespace leaves no record");
  }

  @Test
  void itsOwnAnnotationsAreNotASchemaFinding() {
    String object =
        networkLogging(ON, ON)
            .replace("name:'default'", "name:'default',annotations:{'" + ALLOW + "':true}");
    assertThat(Lint.ids(Lint.of(object)))
        .containsExactlyInAnyOrder("annotation-not-a-string", "gke-misplaced-annotation");
  }
}
