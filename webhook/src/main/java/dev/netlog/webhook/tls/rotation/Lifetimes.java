package dev.netlog.webhook.tls.rotation;

import dev.netlog.webhook.tls.FileWords;
import dev.netlog.webhook.tls.TlsStartException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The lifetimes of the certificates that the webhook creates.
///
/// All are renewed after two thirds of their lifetime, so that a third is left to recover from
/// problems.
///
/// @param leaf lifetime of a serving certificate, at least three seconds
/// @param authority lifetime of an authority, at least twice that of a leaf
public record Lifetimes(Duration leaf, Duration authority) {
  /// A week, and a year.
  public static final Lifetimes STANDARD = new Lifetimes(Duration.ofDays(7), Duration.ofDays(365));

  private static final Duration SHORTEST = Duration.ofSeconds(3);
  private static final Duration LONGEST = Duration.ofDays(3650);
  private static final Duration PROPAGATION = Duration.ofSeconds(10);
  private static final Duration POLLING = Duration.ofSeconds(5);
  private static final Pattern PARTS = Pattern.compile("(?:\\d{1,9}[smhd])+");
  private static final Pattern PART = Pattern.compile("(\\d+)([smhd])");

  /// Both lifetimes, if the combination is valid.
  public static Lifetimes of(Duration leaf, Duration authority) throws TlsStartException {
    if (leaf.compareTo(SHORTEST) < 0) {
      throw new TlsStartException(
          "--tls-leaf-lifetime "
              + text(leaf)
              + " is too short to be renewed in time; use 3s or more");
    }
    if (authority.compareTo(leaf.multipliedBy(2)) < 0
        || authority.compareTo(SHORTEST.multipliedBy(4)) < 0) {
      throw new TlsStartException(
          "--tls-ca-lifetime "
              + text(authority)
              + " is too short; use 12s or more, and at least twice --tls-leaf-lifetime ("
              + text(leaf)
              + ")");
    }
    if (authority.compareTo(LONGEST) > 0) {
      throw new TlsStartException(
          "--tls-ca-lifetime " + text(authority) + " is longer than ten years; use 87600h or less");
    }
    return new Lifetimes(leaf, authority);
  }

  /// A duration such as `30s`, `90m`, `168h` or `1h30m`.
  ///
  /// @param option the option that it belongs to
  public static Duration parse(String option, String text) throws TlsStartException {
    if (!PARTS.matcher(text).matches()) {
      throw new TlsStartException(
          option
              + " \""
              + FileWords.printable(text)
              + "\" is not a duration; use one such as 30s, 90m or 168h");
    }
    Duration sum = Duration.ZERO;
    Matcher part = PART.matcher(text);
    while (part.find()) {
      long number = Long.parseLong(part.group(1));
      sum =
          sum.plus(
              switch (part.group(2)) {
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                default -> Duration.ofDays(number);
              });
    }
    return sum;
  }

  /// How long a new authority is in the bundles before it signs.
  ///
  /// API servers see a change within milliseconds; ten seconds are a safe margin. If the last third
  /// of an authority's lifetime is too short for that, half of that third.
  Duration propagation() {
    return shorter(PROPAGATION, authority.dividedBy(6));
  }

  /// The interval of reads from the cluster.
  Duration polling() {
    return shorter(POLLING, shorter(leaf.dividedBy(12), propagation().dividedBy(4)));
  }

  /// The remaining lifetime at which a certificate is renewed.
  static Duration margin(Duration life) {
    return life.dividedBy(3);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static String text(Duration duration) {
    return duration.toString().substring(2).toLowerCase(Locale.ROOT);
  }
}
