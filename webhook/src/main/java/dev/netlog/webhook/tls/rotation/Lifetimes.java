package dev.netlog.webhook.tls.rotation;

import dev.netlog.webhook.tls.FileWords;
import dev.netlog.webhook.tls.TlsStartException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long certificates of our own are valid.
///
/// All are renewed at two thirds of their life, so a third is left to get over trouble.
///
/// @param leaf of a server, at least three seconds
/// @param authority of what signs leaves, at least twice that of a leaf
public record Lifetimes(Duration leaf, Duration authority) {
  /// A week, and a year.
  public static final Lifetimes STANDARD = new Lifetimes(Duration.ofDays(7), Duration.ofDays(365));

  private static final Duration SHORTEST = Duration.ofSeconds(3);
  private static final Duration LONGEST = Duration.ofDays(3650);
  private static final Duration PROPAGATION = Duration.ofSeconds(10);
  private static final Duration POLLING = Duration.ofSeconds(5);
  private static final Pattern PARTS = Pattern.compile("(?:\\d{1,9}[smhd])+");
  private static final Pattern PART = Pattern.compile("(\\d+)([smhd])");

  /// Both lifetimes, where they go together.
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
  /// @param option what it was given for
  public static Duration parse(String option, String text) throws TlsStartException {
    if (!PARTS.matcher(text).matches()) {
      throw new TlsStartException(
          option
              + " \""
              + FileWords.printable(text)
              + "\" is no duration; use one such as 30s, 90m or 168h");
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

  /// How long a new authority stands in the bundles before anything is signed with it.
  ///
  /// API servers learn of a change within milliseconds; ten seconds allow for several of them.
  /// Where authorities live so shortly that this would not fit into their last third, it is half of
  /// that.
  Duration propagation() {
    return shorter(PROPAGATION, authority.dividedBy(6));
  }

  /// How long to wait before looking at the cluster again.
  Duration polling() {
    return shorter(POLLING, shorter(leaf.dividedBy(12), propagation().dividedBy(4)));
  }

  /// How much of the life of a certificate is left when it is to be renewed.
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
