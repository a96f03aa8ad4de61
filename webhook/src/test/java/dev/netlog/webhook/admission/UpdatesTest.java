package dev.netlog.webhook.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What an update is refused for.
class UpdatesTest {
  private static final JsonNode BAD = Given.namespace("{\"deny\": \"inof\"}");

  private final AdmissionHandler enforcing = Given.handler(Mode.ENFORCE);

  private Outcome enforced(JsonNode review) throws BadReviewException {
    return Given.validated(enforcing, review);
  }

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
  void an_update_is_refused_for_what_it_brings_only(String before, String after, boolean allowed)
      throws BadReviewException {
    Outcome outcome = enforced(Given.update(Given.namespace(after), Given.namespace(before)));
    assertThat(outcome.answer().allowed()).isEqualTo(allowed);
    if (allowed) {
      assertThat(outcome.answer().warnings()).isNotEmpty();
      assertThat(outcome.decision()).isEqualTo(Decision.WARNED);
    }
  }

  @Test
  void a_denied_update_names_the_old_violations_as_warnings() throws BadReviewException {
    JsonNode both = Given.namespace("{\"deny\":\"inof\",\"allow\":\"loud\"}");
    Outcome outcome = enforced(Given.update(both, BAD));
    Answer.Status status = Objects.requireNonNull(outcome.answer().status());
    assertThat(status.causes()).hasSize(2);
    assertThat(status.causes().getFirst().message()).contains("loud");
    assertThat(outcome.answer().warnings()).singleElement().asString().contains("inof");
  }

  @Test
  void an_old_object_that_is_missing_or_unreadable_excuses_nothing() throws BadReviewException {
    assertThat(enforced(Given.review("UPDATE", BAD, null)).answer().allowed()).isFalse();
    JsonNode other = Given.json("{apiVersion:'v1',kind:'Pod',metadata:{name:'payments'}}");
    assertThat(enforced(Given.update(BAD, other)).answer().allowed()).isFalse();
  }

  @Test
  void an_old_object_of_another_kind_excuses_nothing() throws BadReviewException {
    ObjectNode old = (ObjectNode) BAD.deepCopy();
    assertThat(enforced(Given.update(BAD, old)).answer().allowed()).isTrue();
    assertThat(enforced(Given.update(BAD, old.put("apiVersion", "v2"))).answer().allowed())
        .isFalse();
  }
}
