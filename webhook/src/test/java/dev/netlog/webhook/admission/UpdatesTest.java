package dev.netlog.webhook.admission;

import static dev.netlog.webhook.admission.Given.enforced;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What an update is refused for.
class UpdatesTest {
  private static final JsonNode BAD = Given.namespace("{\"deny\": \"inof\"}");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"deny\":\"inof\"}| {\"deny\":\"inof\"}| true",
        "{}| {\"deny\":\"inof\"}| false",
        "{\"deny\":\"inof\"}| {\"deny\":\"inof\",\"allow\":\"loud\"}| false",
        "{\"deny\":\"inof\",\"allow\":\"loud\"}| {\"deny\":\"inof\"}| true",
        "{\"deny\":\"inof\",\"allow\":\"loud\"}| {\"deny\":\"inof\",\"allow\":\"info\"}| true",
        "{\"deny\":\"inof\"}| {\"deny\":\"alrt\"}| false",
        "{\"deny\":\"inof\"}| {\"allow\":\"inof\"}| false",
        "{\"deny\":\"inof\"}|  {\"deny\":  \"inof\"}| true",
        "{|  {| true",
        "{|  {{| false",
        "[]| []| true",
        "[]| [1]| false",
        "{\"deny\":1}| {\"deny\":1,\"allow\":\"info\"}| true",
        "{\"deny\":1}| {\"deny\":2}| false",
        "{\"allow\":\"xx\"}| {\"allow\":\"\\u0078x\"}| true",
        "{\"allow\":\"xx\"}| {\"allow\":\"\\u0079x\"}| false",
        "{\"deny\":{\"a\":1}}| {\"deny\": {\"a\": 1}}| true",
        "{\"deny\":{\"a\":1,\"b\":[]}}| {\"deny\":{\"b\":[ ],\"\\u0061\":1}}| true",
        "{\"deny\":{\"a\":1}}| {\"deny\":{\"a\":2}}| false",
        "{\"deny\":{\"a\":1,\"a\":2}}| {\"deny\":{\"a\":1,\"a\":2},\"allow\":\"info\"}| true",
        "{\"deny\":{\"a\":1,\"a\":2}}| {\"deny\":{\"a\":3,\"a\":2}}| false",
      })
  void anUpdateIsRefusedForWhatItBringsOnly(String before, String after, boolean allowed)
      throws BadReviewException {
    Outcome outcome = enforced(Given.update(Given.namespace(after), Given.namespace(before)));
    assertThat(outcome.answer().allowed()).isEqualTo(allowed);
    if (allowed) {
      assertThat(outcome.answer().warnings()).isNotEmpty();
      assertThat(outcome.decision()).isEqualTo(ReviewDecision.WARNED);
    }
  }

  @Test
  void aDeniedUpdateNamesTheOldViolationsAsWarnings() throws BadReviewException {
    JsonNode both = Given.namespace("{\"deny\":\"inof\",\"allow\":\"loud\"}");
    Outcome outcome = enforced(Given.update(both, BAD));
    Answer.Status status = Objects.requireNonNull(outcome.answer().status());
    assertThat(status.causes()).hasSize(2);
    assertThat(status.causes().getFirst().message()).contains("loud");
    assertThat(outcome.answer().warnings()).singleElement().asString().contains("inof");
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void errorsThatDoNotCountCanBeToldFromWarnings(Mode mode) throws BadReviewException {
    ObjectNode labelled = (ObjectNode) BAD.deepCopy();
    labelled.withObjectProperty("metadata").putObject("labels").put("team", "a");
    Outcome kept = Given.validated(Given.handler(mode), Given.update(labelled, BAD));
    assertThat(kept.answer().allowed()).isTrue();
    assertThat(kept.ratcheted()).containsExactly("ovn-unknown-severity");
    assertThat(kept.answer().auditAnnotations())
        .containsEntry("ratcheted", "ovn-unknown-severity")
        .containsEntry("rules", "ovn-unknown-severity");
  }

  @Test
  void anUpdateThatIsDeniedNamesWhatDidNotCount() throws BadReviewException {
    Outcome outcome =
        enforced(Given.update(Given.namespace("{\"deny\":\"inof\",\"allow\":1}"), BAD));
    assertThat(outcome.decision()).isEqualTo(ReviewDecision.DENIED);
    assertThat(outcome.ratcheted()).containsExactly("ovn-unknown-severity");
    assertThat(outcome.answer().auditAnnotations())
        .containsEntry("ratcheted", "ovn-unknown-severity");
  }

  @Test
  void whereNothingWasLetThroughNothingIsSaidOfIt() throws BadReviewException {
    JsonNode warned = Given.namespace("{\"alow\": \"alert\"}");
    for (JsonNode review :
        List.of(
            Given.creation(BAD),
            Given.update(BAD, Given.namespace("{}")),
            Given.update(warned, warned))) {
      Outcome outcome = enforced(review);
      assertThat(outcome.rules()).isNotEmpty();
      assertThat(outcome.ratcheted()).isEmpty();
      assertThat(outcome.answer().auditAnnotations())
          .containsKey("rules")
          .doesNotContainKey("ratcheted");
    }
  }

  @Test
  void anOldObjectThatIsMissingOrUnreadableExcusesNothing() throws BadReviewException {
    assertThat(enforced(Given.review("UPDATE", BAD, null)).answer().allowed()).isFalse();
    JsonNode other = Given.json("{apiVersion:'v1',kind:'Pod',metadata:{name:'payments'}}");
    assertThat(enforced(Given.update(BAD, other)).answer().allowed()).isFalse();
  }

  @Test
  void anOldObjectOfAnotherKindExcusesNothing() throws BadReviewException {
    ObjectNode old = (ObjectNode) BAD.deepCopy();
    assertThat(enforced(Given.update(BAD, old)).answer().allowed()).isTrue();
    assertThat(enforced(Given.update(BAD, old.put("apiVersion", "v2"))).answer().allowed())
        .isFalse();
  }
}
