package dev.netlog.webhook.admission;

import static dev.netlog.webhook.admission.Given.enforced;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What logs call the object of a review.
class OutcomeTest {
  private static JsonNode of(String kind, String metadata) {
    return Given.json("{apiVersion:'v1',kind:'" + kind + "',metadata:" + metadata + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{name:'shop'}| shop",
        "{generateName:'team-'}| team-",
        "{name:'',generateName:'team-'}| team-",
        "{name:'shop',generateName:'team-'}| shop",
        "{}| ``",
        "{generateName:7}| ``",
        "[]| ``",
      })
  void itHasANameOrTheBeginningOfOne(String metadata, String name) throws BadReviewException {
    ObjectNode review = Given.creation(of("Namespace", metadata));
    assertThat(enforced(review).name()).isEqualTo(name);
    assertThat(Given.mutated(Given.injecting(Given.EVERYTHING), review).name()).isEqualTo(name);
    // As where the object has a name that the review does not say.
    review.withObjectProperty("request").put("name", "");
    assertThat(enforced(review).name()).isEqualTo(name);
  }

  @Test
  void anObjectThatIsNotThereOrCannotBeReadHasNone() throws BadReviewException {
    ObjectNode review = Given.creation(of("Namespace", "{}"));
    review.withObjectProperty("request").putNull("object");
    assertThat(enforced(review).name()).isEmpty();
    String twice = review.toString().replace("\"object\":null", "\"object\":{\"a\":1,\"a\":2}");
    byte[] body = twice.getBytes(StandardCharsets.UTF_8);
    assertThat(Given.handler(Mode.ENFORCE).validate(body).name()).isEmpty();
  }

  @Test
  void anObjectOfAnotherKindIsNotReadForIt() throws BadReviewException {
    assertThat(enforced(Given.creation(of("ConfigMap", "{generateName:'team-'}"))).name())
        .isEmpty();
    assertThat(enforced(Given.creation(of("ConfigMap", "{name:'shop'}"))).name()).isEqualTo("shop");
  }
}
