package dev.netlog.webhook.tls.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.netlog.webhook.tls.TlsStartException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LifetimesTest {
  @Test
  void durationsAreRead() throws TlsStartException {
    assertThat(Lifetimes.parse("--x", "30s")).isEqualTo(Duration.ofSeconds(30));
    assertThat(Lifetimes.parse("--x", "168h")).isEqualTo(Duration.ofDays(7));
    assertThat(Lifetimes.parse("--x", "1h30m")).isEqualTo(Duration.ofMinutes(90));
    assertThat(Lifetimes.parse("--x", "2d")).isEqualTo(Duration.ofDays(2));
  }

  @Test
  void whatIsNoDurationIsNamed() {
    for (String text :
        new String[] {"", "30", "s", "-5s", "1.5h", "1y", " 5s", "9999999999s", "5s\n"}) {
      assertThatExceptionOfType(TlsStartException.class)
          .as(text)
          .isThrownBy(() -> Lifetimes.parse("--tls-leaf-lifetime", text))
          .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("\n"))
          .withMessageStartingWith("--tls-leaf-lifetime \"")
          .withMessageEndingWith("\" is not a duration; use one such as 30s, 90m or 168h");
    }
  }

  @Test
  void lifetimesThatDoNotGoTogetherAreRefused() throws TlsStartException {
    Lifetimes.of(Duration.ofSeconds(3), Duration.ofSeconds(12));
    Lifetimes.of(Duration.ofSeconds(30), Duration.ofSeconds(60));
    refused(Duration.ofSeconds(2), Duration.ofDays(1), "--tls-leaf-lifetime 2s is too short");
    refused(Duration.ofSeconds(3), Duration.ofSeconds(11), "--tls-ca-lifetime 11s is too short");
    refused(Duration.ofHours(2), Duration.ofHours(3), "at least twice --tls-leaf-lifetime (2h)");
    refused(Duration.ofDays(7), Duration.ofDays(4000), "longer than ten years");
  }

  @Test
  void aShortLifeLeavesTimeToChangeAuthorities() throws TlsStartException {
    for (int seconds = 12; seconds < 400; seconds++) {
      Lifetimes lifetimes = Lifetimes.of(Duration.ofSeconds(3), Duration.ofSeconds(seconds));
      Duration change = lifetimes.propagation().plus(lifetimes.polling()).plus(lifetimes.polling());
      assertThat(change).isLessThan(Lifetimes.margin(lifetimes.authority()));
    }
    assertThat(Lifetimes.STANDARD.propagation()).isEqualTo(Duration.ofSeconds(10));
  }

  private static void refused(Duration leaf, Duration authority, String message) {
    assertThatExceptionOfType(TlsStartException.class)
        .isThrownBy(() -> Lifetimes.of(leaf, authority))
        .withMessageContaining(message);
  }
}
