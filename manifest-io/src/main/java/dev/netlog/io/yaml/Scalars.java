package dev.netlog.io.yaml;

import dev.netlog.io.yaml.syntax.Node;
import dev.netlog.io.yaml.syntax.RefusedDocumentException;
import dev.netlog.model.Value;
import dev.netlog.rule.Quoted;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Resolves scalars to values as the Go YAML library behind kubectl does.
///
/// Source: [go-yaml v2 `resolve.go`](https://github.com/yaml/go-yaml/blob/v2.4.4/resolve.go) and
/// [sigs.k8s.io/yaml](https://pkg.go.dev/sigs.k8s.io/yaml): YAML 1.1 words, `y` and `n` included;
/// dates stay text; no base 60.
final class Scalars {
  private static final String PREFIX = "tag:yaml.org,2002:";
  static final String STRING = PREFIX + "str";
  static final String MERGE = PREFIX + "merge";
  private static final String INTEGER = PREFIX + "int";
  private static final String FLOAT = PREFIX + "float";
  private static final String BOOLEAN = PREFIX + "bool";
  private static final String NULL = PREFIX + "null";
  private static final String BINARY = PREFIX + "binary";
  private static final String TIMESTAMP = PREFIX + "timestamp";

  private Scalars() {}

  /// The value of a scalar that is not a key.
  static Value value(Node.Scalar scalar) throws RefusedDocumentException {
    if (isText(scalar)) {
      return new Value.Text(scalar.value());
    }
    if (scalar.style() == Node.Style.JSON) {
      return json(scalar.value());
    }
    return switch (resolved(scalar)) {
      case Value.Null none -> none;
      case Boolean word -> new Value.Bool(word);
      case BigInteger integer -> new Value.Numeral(integer.toString());
      case Double number when number.isNaN() || number.isInfinite() ->
          throw refused(
              scalar, Quoted.of(scalar.value()) + " is a number that JSON cannot express");
      case Double number -> new Value.Numeral(GoNumbers.json(number));
      case Object text -> new Value.Text(text.toString());
    };
  }

  /// Refuses a value that JSON cannot express, or a text that does not fit its tag. Fast for all
  /// other scalars.
  static void refuseIfNoJson(Node.Scalar scalar) throws RefusedDocumentException {
    if (scalar.tag() != null) {
      value(scalar);
    } else if (scalar.plain() && scalar.style() != Node.Style.JSON && isOddFloat(scalar.value())) {
      value(scalar);
    }
  }

  private static boolean isOddFloat(String text) {
    int length = text.length();
    return (length == 4 || length == 5) && PlainText.isNotANumberOrInfinite(text);
  }

  /// The member name that a key becomes in the object.
  static String key(Node.Scalar scalar) throws RefusedDocumentException {
    if (isText(scalar)) {
      return scalar.value();
    }
    return switch (resolved(scalar)) {
      case Value.Null _ ->
          throw refused(scalar, "a key is null; a key has to be a string, a number or a boolean");
      case Boolean word -> word.toString();
      case BigInteger integer when integer.compareTo(PlainText.LONG_MAX) > 0 ->
          throw refused(scalar, "the key " + integer + " is too large a number; quote it");
      case BigInteger integer -> integer.toString();
      case Double number -> GoNumbers.key(number);
      case Object text -> text.toString();
    };
  }

  private static Value json(String token) {
    return switch (token) {
      case "true" -> new Value.Bool(true);
      case "false" -> new Value.Bool(false);
      case "null" -> Value.Null.NULL;
      default -> new Value.Numeral(token);
    };
  }

  /// Whether a plain value is certainly text; a quick test that most values pass.
  private static boolean isText(Node.Scalar scalar) {
    if (scalar.tag() != null) {
      return false;
    }
    if (!scalar.plain()) {
      return true;
    }
    if (scalar.value().isEmpty()) {
      return false;
    }
    char first = scalar.value().charAt(0);
    return !(first >= '0' && first <= '9') && "+-.~yYnNtTfFoO".indexOf(first) < 0;
  }

  /// Whether the scalar, as a key, is a merge (`<<`).
  static boolean isMerge(Node.Scalar scalar) {
    return scalar.value().equals("<<")
        && scalar.style() != Node.Style.JSON
        && (scalar.tag() == null ? scalar.plain() : scalar.tag().equals(MERGE));
  }

  private static Object resolved(Node.Scalar scalar) throws RefusedDocumentException {
    String tag = scalar.tag();
    if (tag == null) {
      return scalar.plain() ? PlainText.meaning(scalar.value()) : scalar.value();
    }
    return switch (tag) {
      case BINARY -> binary(scalar);
      case STRING -> scalar.value();
      case TIMESTAMP -> timestamp(scalar);
      case INTEGER, FLOAT, BOOLEAN, NULL -> tagged(scalar, tag);
      default -> scalar.value();
    };
  }

  private static Object tagged(Node.Scalar scalar, String tag) throws RefusedDocumentException {
    Object found = PlainText.meaning(scalar.value());
    boolean fits =
        switch (found) {
          case Value.Null _ -> tag.equals(NULL);
          case Boolean _ -> tag.equals(BOOLEAN);
          case BigInteger integer ->
              tag.equals(INTEGER)
                  || (tag.equals(FLOAT) && integer.compareTo(PlainText.LONG_MAX) <= 0);
          case Double _ -> tag.equals(FLOAT);
          default -> false;
        };
    if (!fits) {
      throw refused(
          scalar, Quoted.of(scalar.value()) + " is no !!" + tag.substring(PREFIX.length()));
    }
    return found instanceof BigInteger integer && tag.equals(FLOAT) ? integer.doubleValue() : found;
  }

  private static Object binary(Node.Scalar scalar) throws RefusedDocumentException {
    try {
      String packed = scalar.value().replace("\n", "").replace("\r", "");
      if (packed.length() % 4 != 0) {
        throw new IllegalArgumentException("padding");
      }
      byte[] bytes = Base64.getDecoder().decode(packed);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw refused(scalar, "the value tagged !!binary is not base64");
    }
  }

  private static Object timestamp(Node.Scalar scalar) throws RefusedDocumentException {
    if (!GoNumbers.isTimestamp(scalar.value())) {
      throw refused(scalar, Quoted.of(scalar.value()) + " is no !!timestamp");
    }
    return scalar.value();
  }

  private static RefusedDocumentException refused(Node.Scalar scalar, String problem) {
    return new RefusedDocumentException(scalar.start(), scalar.end(), problem);
  }
}
