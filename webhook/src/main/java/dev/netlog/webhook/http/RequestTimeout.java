package dev.netlog.webhook.http;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The time that the API server waits for a response. It sends it in `?timeout=`, as a Go duration.
final class RequestTimeout {
  /// The default timeout of a webhook configuration.
  static final Duration USUAL = Duration.ofSeconds(10);

  /// The longest timeout of a webhook configuration.
  static final Duration MOST = Duration.ofSeconds(30);

  private static final BigDecimal MOST_NANOS = BigDecimal.valueOf(MOST.toNanos());

  /// Go accepts both micro signs.
  private static final Pattern PARTS =
      Pattern.compile(
          "([0-9]{1,9}(?:\\.[0-9]{0,18})?|\\.[0-9]{1,18})(ns|us|\u00b5s|\u03bcs|ms|s|m|h)");

  private RequestTimeout() {}

  /// The time in which the response has to be sent: four fifths of the client's timeout, since the
  /// response has to travel too.
  static Duration answerWithin(@Nullable String parameter) {
    return of(parameter).multipliedBy(4).dividedBy(5);
  }

  private static Duration of(@Nullable String parameter) {
    // A fast path for the most frequent values.
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
