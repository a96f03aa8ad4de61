package dev.netlog.policy.validation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times as Go's `time.Parse(time.RFC3339, …)` takes them.
final class Rfc3339 {
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{4})-(\\d{2})-(\\d{2})T(\\d{1,2}):(\\d{2}):(\\d{2})(?:[.,]\\d+)?"
              + "(?:Z|[+-](\\d{2}):(\\d{2}))");

  private Rfc3339() {}

  static boolean isTime(String text) {
    Matcher parts = TIME.matcher(text);
    if (!parts.matches()) {
      return false;
    }
    try {
      LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
    } catch (DateTimeException e) {
      return false;
    }
    return number(parts, 4) < 24
        && number(parts, 5) < 60
        && number(parts, 6) < 60
        && (parts.group(7) == null || (number(parts, 7) <= 24 && number(parts, 8) <= 60));
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }
}
