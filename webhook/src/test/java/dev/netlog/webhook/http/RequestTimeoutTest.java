package dev.netlog.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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
    "2s5,8000",
    "0.5s,400",
    ".5s,400",
    "2.s,1600",
    "1.25s,1000",
    "0.1m,4800",
    "0.000000000000000001h,8000",
    "1s500.5ms,1200.4",
    "1500us,1.2",
    "1500\u00b5s,1.2",
    "1500\u03bcs,1.2",
    "2000000ns,1.6",
    "999999999h,24000",
    "9999999999h,8000",
    ".s,8000",
    "1..5s,8000",
    "1.5,8000",
    "'1,5s',8000",
    "s,8000"
  })
  void anAnswerIsDueAtFourFifths(String parameter, BigDecimal millis) {
    assertThat(RequestTimeout.answerWithin(parameter))
        .isEqualTo(Duration.ofNanos(millis.movePointRight(6).longValueExact()));
  }

  @Test
  void withoutAWordTheUsualTimeHolds() {
    assertThat(RequestTimeout.answerWithin(null)).isEqualTo(Duration.ofSeconds(8));
  }
}
