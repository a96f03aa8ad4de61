package dev.netlog.platform.ovn.acl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A second reading of the annotation, written to be unlike the first: it cuts the text into tokens
/// by one regular expression and reduces them until one value is left.
record SecondReading(boolean broken, Map<String, String> strings) {
  private static final Pattern TOKEN =
      Pattern.compile(
          "[ \\t\\r\\n]+"
              + "|(?<string>\"(?:[^\"\\\\\\x00-\\x1f]|\\\\[\"\\\\/bfnrt]|\\\\u[0-9A-Fa-f]{4})*\")"
              + "|(?<scalar>true|false|null|-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)"
              + "|(?<mark>[{}\\[\\],:])",
          Pattern.DOTALL);

  private static final Set<String> SEVERITIES =
      Set.of("", "alert", "warning", "notice", "info", "debug");

  static SecondReading of(String text) {
    if (text.isEmpty() || text.equals("{}")) {
      return new SecondReading(false, Map.of());
    }
    List<String> tokens = tokens(text);
    StringBuilder shape = new StringBuilder();
    tokens.forEach(token -> shape.append(kind(token)));
    if (!isOneValue(shape.toString())) {
      return new SecondReading(true, Map.of());
    }
    if (tokens.equals(List.of("null"))) {
      return new SecondReading(false, Map.of());
    }
    return tokens.getFirst().equals("{") ? object(tokens) : new SecondReading(true, Map.of());
  }

  AclLevels levels(boolean withPass) {
    if (broken) {
      return new AclLevels("", "", "", true);
    }
    List<String> fields = withPass ? List.of("allow", "deny", "pass") : List.of("allow", "deny");
    boolean bad = fields.stream().anyMatch(f -> !SEVERITIES.contains(strings.getOrDefault(f, "")));
    return new AclLevels(good("allow"), good("deny"), withPass ? good("pass") : "", bad);
  }

  private String good(String field) {
    String value = strings.getOrDefault(field, "");
    return SEVERITIES.contains(value) ? value : "";
  }

  /// The tokens, or a single "?" where the text has something else.
  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        return List.of("?");
      }
      if (!matcher.group().isBlank()) {
        tokens.add(matcher.group());
      }
      at = matcher.end();
    }
    return tokens;
  }

  private static char kind(String token) {
    char c = token.charAt(0);
    return c == '"' ? 's' : "{}[],:?".indexOf(c) >= 0 ? c : 'v';
  }

  /// Reduces innermost arrays and objects to a `v` until nothing changes; `s` alone is a value too.
  private static boolean isOneValue(String shape) {
    String before = "";
    String now = shape;
    while (!now.equals(before)) {
      before = now;
      now = now.replaceAll("\\[(?:[sv](?:,[sv])*)?\\]|\\{(?:s:[sv](?:,s:[sv])*)?\\}", "v");
    }
    return now.equals("v") || now.equals("s");
  }

  private static SecondReading object(List<String> tokens) {
    Map<String, String> strings = new HashMap<>();
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      depth += token.equals("{") || token.equals("[") ? 1 : 0;
      depth -= token.equals("}") || token.equals("]") ? 1 : 0;
      boolean isKey =
          depth == 1 && i > 0 && token.equals(":") && tokens.get(i - 1).startsWith("\"");
      if (isKey) {
        String field = fold(decoded(tokens.get(i - 1)));
        String value = tokens.get(i + 1);
        boolean read = Set.of("allow", "deny", "pass").contains(field);
        if (read && !value.equals("null")) {
          if (!value.startsWith("\"")) {
            return new SecondReading(true, Map.of());
          }
          strings.put(field, decoded(value));
        }
      }
    }
    return new SecondReading(false, strings);
  }

  /// Unicode's simple folding as far as it ends in ASCII.
  private static String fold(String key) {
    StringBuilder folded = new StringBuilder();
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      char lower = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
      folded.append(c == '\u017f' ? 's' : c == '\u212a' ? 'k' : lower);
    }
    return folded.toString();
  }

  /// The characters of a string token; halves of surrogate pairs are left as they are, since none
  /// of them is in a word that counts.
  private static String decoded(String token) {
    String inner = token.substring(1, token.length() - 1);
    Matcher escape = Pattern.compile("\\\\(?:u(....)|(.))").matcher(inner);
    StringBuilder text = new StringBuilder();
    int from = 0;
    while (escape.find()) {
      text.append(inner, from, escape.start());
      String hex = escape.group(1);
      text.append(
          hex != null
              ? (char) Integer.parseInt(hex, 16)
              : "\"\\/\b\f\n\r\t".charAt("\"\\/bfnrt".indexOf(escape.group(2))));
      from = escape.end();
    }
    return text.append(inner.substring(from)).toString();
  }
}
