package dev.netlog.webhook.admission;

import static dev.netlog.webhook.admission.Given.enforced;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Which reviews are judged, and which objects can be.
class JudgedReviewsTest {
  private static final JsonNode CLEAN = Given.namespace("{\"deny\": \"alert\"}");
  private static final JsonNode BAD = Given.namespace("{\"deny\": \"inof\"}");

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "CONNECT", "PATCH"})
  void otherOperationsPass(String operation) throws BadReviewException {
    Outcome outcome = enforced(Given.review(operation, null, BAD));
    assertThat(outcome.answer()).isEqualTo(Answer.allow("u-1"));
    assertThat(outcome.decision()).isEqualTo(ReviewDecision.SKIPPED);
  }

  @Test
  void anObjectThatIsBeingDeletedPasses() throws BadReviewException {
    ObjectNode going = (ObjectNode) BAD.deepCopy();
    going.withObjectProperty("metadata").put("deletionTimestamp", "2026-01-01T00:00:00Z");
    assertThat(enforced(Given.update(going, CLEAN)).answer().allowed()).isTrue();
    going.withObjectProperty("metadata").putNull("deletionTimestamp");
    assertThat(enforced(Given.update(going, CLEAN)).answer().allowed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"status,false", "finalize,false", "'',false", "scale,true", "token,true"})
  void partsOfANamespaceThatStoreAnnotationsAreJudged(String part, boolean allowed)
      throws BadReviewException {
    ObjectNode review = Given.update(BAD, CLEAN);
    review.withObjectProperty("request").put("subResource", part);
    assertThat(enforced(review).answer().allowed()).isEqualTo(allowed);
  }

  @Test
  void theStatusOfOtherKindsPasses() throws BadReviewException {
    JsonNode policy =
        Given.json(
            "{apiVersion:'networking.k8s.io/v1',kind:'NetworkPolicy',metadata:{name:'a',namespace:'b',"
                + "annotations:{'policy.network.gke.io/enable-logging':'yes'}}}");
    ObjectNode review = Given.creation(policy);
    assertThat(enforced(review).answer().allowed()).isFalse();
    review.withObjectProperty("request").put("subResource", "status");
    assertThat(enforced(review).answer().allowed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{apiVersion:'v1',kind:'ConfigMap',metadata:{name:'a',annotations:{'k8s.ovn.org/acl-logging':'{'}}}",
        "{apiVersion:'example.org/v1',kind:'Namespace',metadata:{annotations:{'k8s.ovn.org/acl-logging':'{'}}}",
        "{apiVersion:'apps/v1',kind:'Deployment',metadata:{annotations:{'k8s.ovn.org/acl-logging':'{'}}}",
      })
  void otherKindsPassUnread(String object) throws BadReviewException {
    assertThat(enforced(Given.creation(Given.json(object))).decision())
        .isEqualTo(ReviewDecision.SKIPPED);
  }

  @Test
  void theVersionOfThePayloadHasToBeTheOneOfTheRequest() throws BadReviewException {
    ObjectNode review = Given.creation(BAD);
    ObjectNode object = (ObjectNode) BAD.deepCopy();
    review.withObjectProperty("request").set("object", object.put("apiVersion", "v2"));
    assertThat(enforced(review).decision()).isEqualTo(ReviewDecision.MALFORMED);
  }

  @Test
  void annotationsThatAreNeverStoredAreNotGoneInto() throws BadReviewException {
    String members = "\"x\":1,".repeat(Judge.MOST_ANNOTATIONS / 6 - 20);
    JsonNode large = Given.namespace("{" + members + "\"deny\":\"inof\"}");
    assertThat(enforced(Given.creation(large)).decision()).isEqualTo(ReviewDecision.DENIED);
    JsonNode larger = Given.namespace("{" + "x".repeat(Judge.MOST_ANNOTATIONS));
    Outcome outcome = enforced(Given.creation(larger));
    assertThat(outcome.decision()).isEqualTo(ReviewDecision.MALFORMED);
    assertThat(outcome.answer().allowed()).isFalse();
  }

  @Test
  void thePayloadHasToBeWhatTheRequestSays() throws BadReviewException {
    ObjectNode review = Given.creation(BAD);
    review
        .withObjectProperty("request")
        .set("object", Given.json("{apiVersion:'v1',kind:'Pod',metadata:{}}"));
    Outcome outcome = enforced(review);
    assertThat(outcome.decision()).isEqualTo(ReviewDecision.MALFORMED);
    Answer.Status status = Objects.requireNonNull(outcome.answer().status());
    assertThat(status.code()).isEqualTo(400);
    assertThat(status.message())
        .isEqualTo(
            "netlog cannot judge this: the request says \"v1 Namespace\", and its object says \"v1"
                + " Pod\"");
    assertThat(Given.mutated(Given.injecting(Given.EVERYTHING), review).answer().allowed())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "'text'", "1", "{}", "{kind:'Namespace'}"})
  void anObjectThatIsNoneIsRefusedInSoManyWords(String object) throws BadReviewException {
    ObjectNode review = Given.creation(BAD);
    review.withObjectProperty("request").set("object", Given.json(object));
    assertThat(enforced(review).decision()).isEqualTo(ReviewDecision.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1]",
        "{annotations:null}",
        "{annotations:'text'}",
        "{annotations:['k8s.ovn.org/acl-logging']}",
        "{annotations:{'k8s.ovn.org/acl-logging':null}}",
        "{annotations:{'':null,'k8s.ovn.org/acl-logging':''}}",
        "{labels:7}",
        "{deletionTimestamp:null}",
        "{name:7,generateName:[]}",
      })
  void metadataOfAnyFormIsSurvived(String metadata) throws BadReviewException {
    ObjectNode review = Given.creation(CLEAN);
    ((ObjectNode) review.path("request").path("object")).set("metadata", Given.json(metadata));
    Outcome outcome = enforced(review);
    assertThat(outcome.answer().allowed()).isTrue();
    assertThat(outcome.failures()).isEmpty();
  }

  @Test
  void annotationsThatAreNoStringsAreRefusedByName() throws BadReviewException {
    ObjectNode review = Given.creation(CLEAN);
    ((ObjectNode) review.path("request").path("object"))
        .set("metadata", Given.json("{annotations:{'k8s.ovn.org/acl-logging':true}}"));
    assertThat(enforced(review).rules()).containsExactly("annotation-not-a-string");
  }

  @Test
  void aNullAnnotationIsAWarningSinceTheHarmIsDoneElsewhere() throws BadReviewException {
    ObjectNode review = Given.creation(CLEAN);
    ((ObjectNode) review.path("request").path("object").path("metadata").path("annotations"))
        .putNull("a/b");
    Outcome outcome = enforced(review);
    assertThat(outcome.rules()).containsExactly("annotation-null");
    assertThat(outcome.answer().allowed()).isTrue();
    assertThat(outcome.answer().warnings()).hasSize(1);
  }
}
