package dev.netlog.webhook.admission;

import static dev.netlog.webhook.admission.Given.enforced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class KindAndResourceTest {
  private static final JsonNode CLEAN = Given.namespace("{\"deny\": \"alert\"}");

  private static ObjectNode creationOf(String apiVersion, String kind, String resource) {
    ObjectNode object = (ObjectNode) Given.json("{metadata:{name:'a'},spec:{}}");
    ObjectNode review = Given.creation(object.put("apiVersion", apiVersion).put("kind", kind));
    review.withObjectProperty("request").set("resource", Given.json(resource));
    return review;
  }

  @ParameterizedTest
  @CsvSource({
    "v1,Namespace,namespaces",
    "networking.k8s.io/v1,NetworkPolicy,networkpolicies",
    "policy.networking.k8s.io/v1alpha1,AdminNetworkPolicy,adminnetworkpolicies",
    "policy.networking.k8s.io/v1alpha1,BaselineAdminNetworkPolicy,baselineadminnetworkpolicies",
    "networking.gke.io/v1alpha1,NetworkLogging,networkloggings",
    "k8s.ovn.org/v1,EgressFirewall,egressfirewalls",
    "operator.openshift.io/v1,Network,networks",
  })
  void theResourceOfEachKindIsKnown(String apiVersion, String kind, String plural)
      throws BadReviewException {
    ObjectNode review = creationOf(apiVersion, kind, "{resource:'" + plural + "'}");
    assertThat(enforced(review).decision())
        .isNotIn(ReviewDecision.MALFORMED, ReviewDecision.SKIPPED);
    review.withObjectProperty("request").withObjectProperty("resource").put("resource", "pods");
    assertThat(enforced(review).decision()).isEqualTo(ReviewDecision.MALFORMED);
  }

  @ParameterizedTest
  @CsvSource({
    "networking.k8s.io/v1,NetworkPolicy,networkpolicys",
    "policy.networking.k8s.io/v1alpha1,AdminNetworkPolicy,adminnetworkpolicys",
    "policy.networking.k8s.io/v1alpha1,BaselineAdminNetworkPolicy,baselineadminnetworkpolicys",
  })
  void aPluralMadeByHandMeansTheKindInItsGroupAndVersion(
      String apiVersion, String kind, String plural) throws BadReviewException {
    ObjectNode review = creationOf(apiVersion, kind, "{resource:'" + plural + "'}");
    assertThat(enforced(review).decision())
        .isNotIn(ReviewDecision.MALFORMED, ReviewDecision.SKIPPED);
    int slash = apiVersion.indexOf('/');
    ObjectNode resource = review.withObjectProperty("request").withObjectProperty("resource");
    resource.put("group", apiVersion.substring(0, slash));
    resource.put("version", apiVersion.substring(slash + 1));
    assertThat(enforced(review).decision())
        .isNotIn(ReviewDecision.MALFORMED, ReviewDecision.SKIPPED);
    assertThat(enforced(of(review, "version", "v7")).decision())
        .isEqualTo(ReviewDecision.MALFORMED);
    assertThat(enforced(of(review, "group", "apps")).decision())
        .isEqualTo(ReviewDecision.MALFORMED);
    assertThat(enforced(of(review, "resource", "namespaces")).decision())
        .isEqualTo(ReviewDecision.MALFORMED);
    assertThat(enforced(of(review, "resource", kind + "s")).decision())
        .isEqualTo(ReviewDecision.MALFORMED);
  }

  /// The review with something else in its resource.
  private static ObjectNode of(ObjectNode review, String member, String text) {
    ObjectNode changed = review.deepCopy();
    changed.withObjectProperty("request").withObjectProperty("resource").put(member, text);
    return changed;
  }

  @Test
  void aPluralMadeByHandIsNoWayAroundEither() throws BadReviewException {
    ObjectNode review =
        creationOf(
            "v1", "Pod", "{group:'networking.k8s.io',version:'v1',resource:'networkpolicys'}");
    assertThat(enforced(review).decision()).isEqualTo(ReviewDecision.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{group:'',version:'v1',resource:'pods'}",
        "{group:'',version:'v1',resource:'namespace'}",
        "{group:'',version:'v1',resource:'Namespaces'}",
        "{group:'',version:'v1',resource:''}",
        "{group:'apps',version:'v1',resource:'namespaces'}",
        "{group:'',version:'v2',resource:'namespaces'}",
        "{group:'',version:'',resource:'namespaces'}",
        "{resource:'networkpolicies'}",
      })
  void aResourceOfSomethingElseContradictsTheKind(String resource) throws BadReviewException {
    ObjectNode review = creationOf("v1", "Namespace", resource);
    Outcome refused = enforced(review);
    assertThat(refused.decision()).isEqualTo(ReviewDecision.MALFORMED);
    assertThat(Objects.requireNonNull(refused.answer().status()).code()).isEqualTo(400);
    Outcome warned = Given.validated(Given.handler(Mode.WARN), review);
    assertThat(warned.answer().allowed()).isTrue();
    assertThat(warned.answer().warnings())
        .singleElement()
        .asString()
        .startsWith("netlog cannot judge this: the request says kind \"v1 Namespace\" and");
    Outcome unchanged = Given.mutated(Given.injecting(Given.EVERYTHING), review);
    assertThat(unchanged.decision()).isEqualTo(ReviewDecision.MALFORMED);
    assertThat(unchanged.answer().allowed()).isTrue();
    assertThat(unchanged.answer().patch()).isNull();
    assertThat(unchanged.answer().warnings()).hasSize(1);
  }

  @Test
  void theAnswerNamesBoth() throws BadReviewException {
    ObjectNode review =
        creationOf(
            "networking.k8s.io/v1",
            "NetworkPolicy",
            "{group:'apps',version:'v1',resource:'deploy\\u001bments'}");
    assertThat(Objects.requireNonNull(enforced(review).answer().status()).message())
        .isEqualTo(
            "netlog cannot judge this: the request says kind \"networking.k8s.io/v1 NetworkPolicy\""
                + " and resource \"apps/v1 deploy\\u{1b}ments\"; send a matching pair");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{}",
        "{group:null,version:null,resource:null}",
        "{group:'',resource:'namespaces'}",
        "{more:{resource:'pods'},resource:'namespaces'}",
      })
  void whatAReviewLeavesOutContradictsNothing(String resource) throws BadReviewException {
    assertThat(enforced(creationOf("v1", "Namespace", resource)).decision())
        .isEqualTo(ReviewDecision.ALLOWED);
    ObjectNode without = Given.creation(CLEAN);
    without.withObjectProperty("request").remove("resource");
    assertThat(enforced(without).decision()).isEqualTo(ReviewDecision.ALLOWED);
  }

  @Test
  void anotherKindForAResourceThatIsJudgedIsNoWayAround() throws BadReviewException {
    ObjectNode review = creationOf("v1", "Pod", "{group:'',version:'v1',resource:'namespaces'}");
    assertThat(enforced(review).decision()).isEqualTo(ReviewDecision.MALFORMED);
    review.withObjectProperty("request").put("subResource", "scale");
    assertThat(enforced(review).decision()).isEqualTo(ReviewDecision.SKIPPED);
  }

  @Test
  void aResourceOfTheSameNameInAnotherGroupIsAnotherOne() throws BadReviewException {
    ObjectNode review =
        creationOf(
            "example.org/v1",
            "Namespace",
            "{group:'example.org',version:'v1',resource:'namespaces'}");
    assertThat(enforced(review).decision()).isEqualTo(ReviewDecision.SKIPPED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "finalize"})
  void partsOfANamespaceAreOfItsResource(String part) throws BadReviewException {
    ObjectNode review = Given.update(CLEAN, CLEAN);
    review.withObjectProperty("request").put("subResource", part);
    assertThat(enforced(review).decision()).isEqualTo(ReviewDecision.ALLOWED);
    review.withObjectProperty("request").withObjectProperty("resource").put("resource", "pods");
    assertThat(enforced(review).decision()).isEqualTo(ReviewDecision.MALFORMED);
  }

  @Test
  void aDeletionPassesWhateverItSays() throws BadReviewException {
    ObjectNode review = Given.review("DELETE", null, CLEAN);
    review.withObjectProperty("request").withObjectProperty("resource").put("resource", "pods");
    assertThat(enforced(review).decision()).isEqualTo(ReviewDecision.SKIPPED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'namespaces'| member \"resource\" is not an object",
        "{resource:7}| member \"resource\" is not a string",
      })
  void aResourceThatIsNoneMakesNoReview(String resource, String message) {
    ObjectNode review =
        creationOf("v1", "Namespace", resource.startsWith("{") ? resource : "'" + resource + "'");
    assertThatThrownBy(() -> enforced(review))
        .isInstanceOf(BadReviewException.class)
        .hasMessage(message);
  }

  @Test
  void anObjectOfAnotherKindIsToldWithoutWhatATerminalObeys() throws BadReviewException {
    ObjectNode review = Given.creation(CLEAN);
    review
        .withObjectProperty("request")
        .set("object", Given.json("{apiVersion:'v1',kind:'P\\u001bod',metadata:{}}"));
    assertThat(Objects.requireNonNull(enforced(review).answer().status()).message())
        .endsWith("its object says \"v1 P\\u{1b}od\"");
  }
}
