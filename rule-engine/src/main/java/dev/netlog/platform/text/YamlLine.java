package dev.netlog.platform.text;

/// A member of strings as one line of YAML, to be shown and copied.
public final class YamlLine {
  private YamlLine() {}

  /// `key: "true"`, `key: '{"deny": "alert"}'`. The value is quoted, since YAML reads bare words
  /// such as `true` as something else.
  public static String of(String key, String value) {
    boolean plain = value.codePoints().allMatch(YamlLine::isPlain);
    return plain && value.indexOf('"') >= 0
        ? key + ": '" + value.replace("'", "''") + "'"
        : key + ": " + doubleQuoted(value);
  }

  /// Characters that single quotes can hold on one line, for any reader and any eye.
  private static boolean isPlain(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static String doubleQuoted(String value) {
    StringBuilder text = new StringBuilder("\"");
    value
        .codePoints()
        .forEach(
            codePoint -> {
              switch (codePoint) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                default -> append(codePoint, text);
              }
            });
    return text.append('"').toString();
  }

  private static void append(int codePoint, StringBuilder text) {
    if (isPlain(codePoint)) {
      text.appendCodePoint(codePoint);
    } else if (Character.isBmpCodePoint(codePoint)) {
      text.append("\\u").append(hex(codePoint, 4));
    } else {
      text.append("\\U").append(hex(codePoint, 8));
    }
  }

  private static String hex(int number, int digits) {
    String text = Integer.toHexString(number);
    return "0".repeat(digits - text.length()) + text;
  }
}
