package dev.netlog.webhook.http;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How long the API server waits, as it says in `?timeout=`: a duration as Go writes it.
final class RequestTimeout {
  /// What a webhook configuration has where it says nothing.
  static final Duration USUAL = Duration.ofSeconds(10);

  /// The most that a webhook configuration can say.
  static final Duration MOST = Duration.ofSeconds(30);

  private static final BigDecimal MOST_NANOS = BigDecimal.valueOf(MOST.toNanos());

  /// Go takes both signs for micro.
  private static final Pattern PARTS =
      Pattern.compile(
          "([0-9]{1,9}(?:\\.[0-9]{0,18})?|\\.[0-9]{1,18})(ns|us|\u00b5s|\u03bcs|ms|s|m|h)");

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
    BigDecimal nanos = BigDecimal.ZERO;
    int end = 0;
    while (part.find() && part.start() == end) {
      end = part.end();
      BigDecimal unit = BigDecimal.valueOf(unit(part.group(2)).toNanos());
      nanos = nanos.add(new BigDecimal(part.group(1)).multiply(unit));
    }
    Duration sum = Duration.ofNanos(nanos.min(MOST_NANOS).longValue());
    return end != parameter.length() || sum.isZero() ? USUAL : sum;
  }

  private static Duration unit(String word) {
    return switch (word) {
      case "ns" -> Duration.ofNanos(1);
      case "ms" -> Duration.ofMillis(1);
      case "s" -> Duration.ofSeconds(1);
      case "m" -> Duration.ofMinutes(1);
      case "h" -> Duration.ofHours(1);
      default -> Duration.ofNanos(1000);
    };
  }
}
