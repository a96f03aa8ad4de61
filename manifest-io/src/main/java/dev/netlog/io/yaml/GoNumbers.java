package dev.netlog.io.yaml;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/// Formats numbers as Go's standard library does.
final class GoNumbers {
  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
              + "([Tt][0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}([.,][0-9]+)?(Z|[-+][0-9]{2}:[0-9]{2})"
              + "| [0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}([.,][0-9]+)?)?");

  private GoNumbers() {}

  /// A finite number as `encoding/json` writes a float64: the shortest digits, with an exponent
  /// below 1e-6 and from 1e21 on.
  static String json(double number) {
    double magnitude = Math.abs(number);
    if (number == 0) {
      return 1 / number < 0 ? "-0" : "0";
    }
    BigDecimal digits = shortest(number);
    if (magnitude >= 1e-6 && magnitude < 1e21) {
      return digits.toPlainString();
    }
    return scientific(digits, 1);
  }

  /// `Double.toString` writes two digits even if one is enough (4.9E-324).
  private static BigDecimal shortest(double number) {
    BigDecimal digits = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    BigDecimal one = digits.round(new MathContext(1, RoundingMode.HALF_EVEN));
    return digits.precision() == 2 && one.doubleValue() == number ? one : digits;
  }

  /// A number as a key, as `strconv.FormatFloat(f, 'g', -1, 32)` writes it.
  static String key(double number) {
    float narrow = (float) number;
    if (Float.isNaN(narrow)) {
      return ".nan";
    }
    if (Float.isInfinite(narrow)) {
      return narrow > 0 ? ".inf" : "-.inf";
    }
    if (narrow == 0) {
      return 1 / narrow < 0 ? "-0" : "0";
    }
    BigDecimal digits = new BigDecimal(Float.toString(narrow)).stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1;
    if (exponent < -4 || exponent >= 6) {
      return scientific(digits, 2);
    }
    return digits.toPlainString();
  }

  /// Whether a text is a timestamp in a form that go-yaml accepts.
  static boolean isTimestamp(String text) {
    return TIMESTAMP.matcher(text).matches();
  }

  private static String scientific(BigDecimal digits, int exponentDigits) {
    String unscaled = digits.unscaledValue().abs().toString();
    int exponent = digits.precision() - digits.scale() - 1;
    String fraction = unscaled.length() > 1 ? "." + unscaled.substring(1) : "";
    String power = Integer.toString(Math.abs(exponent));
    return (digits.signum() < 0 ? "-" : "")
        + unscaled.charAt(0)
        + fraction
        + (exponent < 0 ? "e-" : "e+")
        + "0".repeat(Math.max(0, exponentDigits - power.length()))
        + power;
  }
}
