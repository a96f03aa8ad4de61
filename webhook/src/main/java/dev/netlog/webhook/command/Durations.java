package dev.netlog.webhook.command;

import dev.netlog.rule.Quoted;
import dev.netlog.webhook.tls.TlsStartException;
import dev.netlog.webhook.tls.rotation.Lifetimes;
import java.time.Duration;

/// Parses durations of the command line.
final class Durations {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private Durations() {}

  /// A duration of at most 10 minutes, such as `5s` or `0s`.
  static Duration brief(String option, String text) throws WebhookUsageException {
    try {
      Duration duration = Lifetimes.parse(option, text);
      if (duration.compareTo(LONGEST) > 0) {
        throw new WebhookUsageException(
            option + " " + Quoted.of(text) + " is longer than 10m; use 10m or less");
      }
      return duration;
    } catch (TlsStartException e) {
      throw new WebhookUsageException(String.valueOf(e.getMessage()));
    }
  }
}
