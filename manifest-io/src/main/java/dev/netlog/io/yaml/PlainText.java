package dev.netlog.io.yaml;

import dev.netlog.model.Value;
import java.math.BigInteger;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Resolves a text without quotes and tag as the Go YAML library does.
///
/// Source: `resolve` in [go-yaml v2
/// `resolve.go`](https://github.com/yaml/go-yaml/blob/v2.4.4/resolve.go).
final class PlainText {
  private static final Map<String, Object> WORDS =
      Map.ofEntries(
          Map.entry("y", true),
          Map.entry("Y", true),
          Map.entry("yes", true),
          Map.entry("Yes", true),
          Map.entry("YES", true),
          Map.entry("true", true),
          Map.entry("True", true),
          Map.entry("TRUE", true),
          Map.entry("on", true),
          Map.entry("On", true),
          Map.entry("ON", true),
          Map.entry("n", false),
          Map.entry("N", false),
          Map.entry("no", false),
          Map.entry("No", false),
          Map.entry("NO", false),
          Map.entry("false", false),
          Map.entry("False", false),
          Map.entry("FALSE", false),
          Map.entry("off", false),
          Map.entry("Off", false),
          Map.entry("OFF", false),
          Map.entry("", Value.Null.NULL),
          Map.entry("~", Value.Null.NULL),
          Map.entry("null", Value.Null.NULL),
          Map.entry("Null", Value.Null.NULL),
          Map.entry("NULL", Value.Null.NULL),
          Map.entry(".nan", Double.NaN),
          Map.entry(".NaN", Double.NaN),
          Map.entry(".NAN", Double.NaN),
          Map.entry(".inf", Double.POSITIVE_INFINITY),
          Map.entry(".Inf", Double.POSITIVE_INFINITY),
          Map.entry(".INF", Double.POSITIVE_INFINITY),
          Map.entry("+.inf", Double.POSITIVE_INFINITY),
          Map.entry("+.Inf", Double.POSITIVE_INFINITY),
          Map.entry("+.INF", Double.POSITIVE_INFINITY),
          Map.entry("-.inf", Double.NEGATIVE_INFINITY),
          Map.entry("-.Inf", Double.NEGATIVE_INFINITY),
          Map.entry("-.INF", Double.NEGATIVE_INFINITY));

  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern POINT =
      Pattern.compile("\\.[0-9]+(_[0-9]+)*([eE][-+]?[0-9]+(_[0-9]+)*)?");
  private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
  static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger UNSIGNED_MAX =
      BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private PlainText() {}

  /// Whether the text is a float that JSON cannot express.
  static boolean isNotANumberOrInfinite(String text) {
    return WORDS.get(text) instanceof Double;
  }

  /// A Boolean, a BigInteger, a Double, [Value.Null] or the text itself.
  static Object meaning(String text) {
    char first = text.isEmpty() ? '~' : text.charAt(0);
    boolean digit = first >= '0' && first <= '9';
    if (!digit && "+-.~yYnNtTfFoO".indexOf(first) < 0) {
      return text;
    }
    Object word = WORDS.get(text);
    if (word != null) {
      return word;
    }
    if (first == '.') {
      Double number = POINT.matcher(text).matches() ? finite(text.replace("_", "")) : null;
      return number == null ? text : number;
    }
    return digit || first == '+' || first == '-' ? number(text) : text;
  }

  private static Object number(String text) {
    String plain = text.replace("_", "");
    BigInteger integer = integer(plain);
    if (integer != null) {
      return integer;
    }
    if (DECIMAL.matcher(plain).matches()) {
      Double number = finite(plain);
      if (number != null) {
        return number;
      }
    }
    BigInteger odd = oddBinary(plain);
    return odd == null ? text : odd;
  }

  /// Parses like `strconv.ParseInt(s, 0, 64)`, then `ParseUint`: prefixes 0x, 0b, 0o and a leading
  /// 0.
  private static @Nullable BigInteger integer(String plain) {
    boolean signed = plain.startsWith("-") || plain.startsWith("+");
    String digits = signed ? plain.substring(1) : plain;
    int radix = 10;
    if (digits.length() > 1 && digits.charAt(0) == '0') {
      char mark = Character.toLowerCase(digits.charAt(1));
      radix = mark == 'x' ? 16 : mark == 'b' ? 2 : 8;
      digits = digits.substring(mark == 'x' || mark == 'b' || mark == 'o' ? 2 : 1);
    }
    BigInteger magnitude = digits(digits, radix);
    if (magnitude == null) {
      return null;
    }
    BigInteger value = plain.startsWith("-") ? magnitude.negate() : magnitude;
    boolean fits =
        value.compareTo(LONG_MIN) >= 0 && value.compareTo(signed ? LONG_MAX : UNSIGNED_MAX) <= 0;
    return fits ? value : null;
  }

  /// A quirk of the Go library: a sign is accepted after `0b`, as in `0b-11`.
  private static @Nullable BigInteger oddBinary(String plain) {
    String body = plain.startsWith("0b") ? plain.substring(2) : "";
    if (!body.startsWith("-") && !body.startsWith("+")) {
      return null;
    }
    BigInteger magnitude = digits(body.substring(1), 2);
    return magnitude == null || magnitude.bitLength() > 63
        ? null
        : body.startsWith("-") ? magnitude.negate() : magnitude;
  }

  private static @Nullable BigInteger digits(String digits, int radix) {
    if (digits.isEmpty() || digits.length() > 400) {
      return null;
    }
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) > 'z' || Character.digit(digits.charAt(i), radix) < 0) {
        return null;
      }
    }
    return new BigInteger(digits, radix);
  }

  private static @Nullable Double finite(String decimal) {
    double number = Double.parseDouble(decimal);
    return Double.isInfinite(number) ? null : number;
  }
}
