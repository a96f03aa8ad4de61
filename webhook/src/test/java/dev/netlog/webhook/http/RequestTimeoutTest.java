package dev.netlog.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTimeoutTest {
  @ParameterizedTest
  @CsvSource({
    "10s,8000",
    "2s,1600",
    "1s,800",
    "30s,24000",
    "45s,24000",
    "1m30s,24000",
    "500ms,400",
    "0s,8000",
    "-1s,8000",
    "'',8000",
    "ten,8000",
    "10,8000",
    "10s ,8000",
    "1h,24000",
    "2s5,8000"
  })
  void an_answer_is_due_at_four_fifths(String parameter, long millis) {
    assertThat(RequestTimeout.answerWithin(parameter)).isEqualTo(Duration.ofMillis(millis));
  }

  @Test
  void without_a_word_the_usual_time_holds() {
    assertThat(RequestTimeout.answerWithin(null)).isEqualTo(Duration.ofSeconds(8));
  }
}
