package dev.netlog.webhook.http;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How long the API server waits, as it says in `?timeout=`: a duration as Go writes it.
final class RequestTimeout {
  /// What a webhook configuration has where it says nothing.
  static final Duration USUAL = Duration.ofSeconds(10);

  /// The most that a webhook configuration can say.
  static final Duration MOST = Duration.ofSeconds(30);

  private static final Pattern PARTS = Pattern.compile("([0-9]{1,6})(?:\\.[0-9]+)?(ms|s|m|h)");

  private RequestTimeout() {}

  /// The time in which an answer has to be there: four fifths of what the caller waits, since the
  /// answer has to travel too.
  static Duration answerWithin(@Nullable String parameter) {
    return of(parameter).multipliedBy(4).dividedBy(5);
  }

  private static Duration of(@Nullable String parameter) {
    // By far the most frequent ones, without a pattern.
    if (parameter == null || parameter.equals("10s")) {
      return USUAL;
    }
    Matcher part = PARTS.matcher(parameter);
    Duration sum = Duration.ZERO;
    int end = 0;
    while (part.find() && part.start() == end) {
      end = part.end();
      sum = sum.plus(Duration.of(Long.parseLong(part.group(1)), unit(part.group(2))));
    }
    if (end == 0 || end != parameter.length() || sum.isZero()) {
      return USUAL;
    }
    return sum.compareTo(MOST) > 0 ? MOST : sum;
  }

  private static ChronoUnit unit(String word) {
    return switch (word) {
      case "ms" -> ChronoUnit.MILLIS;
      case "s" -> ChronoUnit.SECONDS;
      case "m" -> ChronoUnit.MINUTES;
      default -> ChronoUnit.HOURS;
    };
  }
}
