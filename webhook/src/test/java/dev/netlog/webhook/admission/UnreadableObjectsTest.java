package dev.netlog.webhook.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/// Objects that are JSON and no more. Their reviews have a uid, so that users can be told why.
class UnreadableObjectsTest {
  private static final String GOOD =
      Given.creation(Given.namespace("{\"deny\": \"alert\"}")).toString();

  private static final String NAME = "\"object\":{\"apiVersion\":\"v1\"";
  private static final String TWICE = "key \"a\" occurs twice in one object of the body";
  private static final String LARGE =
      "the object has more than 200000 values, more than the API server can store";

  private static String with(String member) {
    assertThat(GOOD).contains(NAME);
    return GOOD.replace(NAME, NAME + "," + member);
  }

  private static String large() {
    return with("\"more\":[{\"deep\":[" + "0,".repeat(ValueReader.MOST_VALUES) + "0]}]");
  }

  private static Outcome validated(Mode mode, String body) throws BadReviewException {
    return Protocol.checked(
        "validate", Given.handler(mode).validate(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static void explained(String body, String why) throws BadReviewException {
    Outcome refused = validated(Mode.ENFORCE, body);
    assertThat(refused.decision()).isEqualTo(ReviewDecision.MALFORMED);
    Answer.Status status = Objects.requireNonNull(refused.answer().status());
    assertThat(status.code()).isEqualTo(400);
    assertThat(status.message()).isEqualTo("netlog cannot judge this: " + why);
    assertThat(status.name()).isEqualTo("payments");
    Outcome warned = validated(Mode.WARN, body);
    assertThat(warned.answer().allowed()).isTrue();
    assertThat(warned.answer().warnings()).containsExactly("netlog cannot judge this: " + why);
    assertThat(validated(Mode.OBSERVE, body).answer()).isEqualTo(Answer.allow("u-1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"a\":1,\"a\":2",
        "\"b\":[{\"c\":{\"a\":{},\"a\":[[{}],{\"object\":{}}]}},[1]],\"d\":{\"e\":[]}",
        "\"b\":[[],{\"a\":1,\"a\":{\"uid\":\"x\"}}]",
      })
  void aKeyThatStandsTwiceIsExplained(String member) throws BadReviewException {
    explained(with(member), TWICE);
  }

  @Test
  void tooManyValuesAreExplained() throws BadReviewException {
    explained(large(), LARGE);
  }

  @Test
  void anObjectThatComesBeforeItsKindIsExplainedToo() throws BadReviewException {
    ObjectNode review = (ObjectNode) Given.json(with("\"b\":1"));
    ObjectNode request = review.withObjectProperty("request");
    request.set("kind", request.remove("kind"));
    String body = review.toString();
    assertThat(body).endsWith("\"kind\":\"Namespace\"}}}");
    explained(body.replace("\"b\":1", "\"a\":1,\"a\":2"), TWICE);
  }

  @Test
  void nothingIsAddedToWhatCannotBeRead() throws BadReviewException {
    AdmissionHandler injecting = Given.injecting(Given.EVERYTHING);
    for (String body : new String[] {with("\"a\":1,\"a\":2"), large()}) {
      Outcome outcome =
          Protocol.checked("mutate", injecting.mutate(body.getBytes(StandardCharsets.UTF_8)));
      assertThat(outcome.decision()).isEqualTo(ReviewDecision.MALFORMED);
      assertThat(outcome.answer().patch()).isNull();
      assertThat(outcome.answer().warnings())
          .singleElement()
          .asString()
          .startsWith("netlog adds no annotation: ");
    }
  }

  @Test
  void whatIsNoJsonAfterItIsNoReview() {
    String body = with("\"a\":1,\"a\":2,\"z\":[1,{}]");
    for (String broken :
        new String[] {
          body.substring(0, body.indexOf("\"z\"")),
          body.substring(0, body.indexOf("1,{}")),
          body.replace("[1,{}]", "[1,{]"),
          body + "{}",
        }) {
      assertThatThrownBy(() -> validated(Mode.ENFORCE, broken))
          .as(broken)
          .isInstanceOf(BadReviewException.class);
    }
  }
}
