package dev.netlog.webhook.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class OutOfTimeTest {
  private static final JsonNode CLEAN = Given.namespace("{\"deny\": \"alert\"}");
  private static final JsonNode BAD = Given.namespace("{\"deny\": \"inof\"}");

  private final AtomicInteger asked = new AtomicInteger();

  /// @param patience how often the answer is yes
  private Outcome validated(Mode mode, JsonNode review, int patience) throws BadReviewException {
    asked.set(0);
    return Protocol.checked(
        "validate",
        Given.handler(mode)
            .validate(Given.bytes(review), () -> asked.incrementAndGet() <= patience));
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void whatIsNotJudgedInTimeNeverPassesWhereErrorsDeny(Mode mode) throws BadReviewException {
    Outcome outcome = validated(mode, Given.creation(CLEAN), 2);
    assertThat(asked).hasValue(3);
    assertThat(outcome.decision()).isEqualTo(ReviewDecision.FAILED);
    assertThat(outcome.failures()).isEmpty();
    String words = "netlog could not judge this in the time that the API server waits";
    switch (mode) {
      case ENFORCE -> {
        Answer.Status status = Objects.requireNonNull(outcome.answer().status());
        assertThat(status.code()).isEqualTo(504);
        assertThat(status.reason()).isEqualTo("Timeout");
        assertThat(status.message()).startsWith(words + "; ");
      }
      case WARN -> assertThat(outcome.answer().warnings()).containsExactly(words);
      case OBSERVE -> assertThat(outcome.answer()).isEqualTo(Answer.allow("u-1"));
    }
  }

  @Test
  void everyRuleIsAskedAboutAndTheLastOneEndsInTime() throws BadReviewException {
    assertThat(validated(Mode.ENFORCE, Given.creation(CLEAN), Integer.MAX_VALUE).decision())
        .isEqualTo(ReviewDecision.ALLOWED);
    int rules = asked.get();
    assertThat(rules).isGreaterThan(10);
    assertThat(validated(Mode.ENFORCE, Given.creation(CLEAN), rules).decision())
        .isEqualTo(ReviewDecision.ALLOWED);
    assertThat(validated(Mode.ENFORCE, Given.creation(CLEAN), rules - 1).decision())
        .isEqualTo(ReviewDecision.FAILED);
  }

  @Test
  void theStoredObjectTakesItsTimeToo() throws BadReviewException {
    validated(Mode.ENFORCE, Given.creation(BAD), Integer.MAX_VALUE);
    int rules = asked.get();
    assertThat(validated(Mode.ENFORCE, Given.update(BAD, BAD), 2 * rules).decision())
        .isEqualTo(ReviewDecision.WARNED);
    assertThat(asked).hasValue(2 * rules);
    assertThat(validated(Mode.ENFORCE, Given.update(BAD, BAD), rules).decision())
        .isEqualTo(ReviewDecision.FAILED);
  }

  @Test
  void whatIsNotJudgedAtAllNeedsNoTime() throws BadReviewException {
    assertThat(validated(Mode.ENFORCE, Given.review("DELETE", null, BAD), 0).decision())
        .isEqualTo(ReviewDecision.SKIPPED);
    assertThat(asked).hasValue(0);
  }
}
