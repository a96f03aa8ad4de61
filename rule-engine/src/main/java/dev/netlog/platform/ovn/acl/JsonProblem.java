package dev.netlog.platform.ovn.acl;

import dev.netlog.json.JsonError;
import dev.netlog.json.JsonParser;
import dev.netlog.json.JsonString;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.Visible;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a JSON text has in a place where the grammar asks for something else.
final class JsonProblem {
  /// What the grammar asks for in a place.
  enum Expected {
    VALUE("a value"),
    FIRST_ITEM("a value or \"]\""),
    NEXT_ITEM("\",\" or \"]\""),
    KEY("a key in double quotes"),
    COLON("\":\""),
    NEXT_MEMBER("\",\" or \"}\""),
    DIGIT("a digit"),
    END("the end");

    private final String words;

    Expected(String words) {
      this.words = words;
    }

    /// Whether a word in double quotes may stand there.
    private boolean takesString() {
      return switch (this) {
        case VALUE, FIRST_ITEM, KEY, DIGIT -> true;
        case NEXT_ITEM, COLON, NEXT_MEMBER, END -> false;
      };
    }
  }

  private JsonProblem() {}

  /// Describes what keeps a text from being JSON.
  static JsonText.Malformed of(String text, JsonError error) {
    int at = error.at();
    return switch (error.problem()) {
      case VALUE -> at(text, at, Expected.VALUE);
      case FIRST_ITEM -> at(text, at, Expected.FIRST_ITEM);
      case NEXT_ITEM -> at(text, at, Expected.NEXT_ITEM);
      case FIRST_KEY, NEXT_KEY -> at(text, at, Expected.KEY);
      case COLON -> at(text, at, Expected.COLON);
      case NEXT_MEMBER -> at(text, at, Expected.NEXT_MEMBER);
      case DIGIT -> at(text, at, Expected.DIGIT);
      case TOO_DEEP ->
          new JsonText.Malformed(
              at, at + 1, "nesting is deeper than " + JsonParser.MAX_DEPTH + " levels", null);
      case CONTROL_CHARACTER ->
          new JsonText.Malformed(
              at,
              at + 1,
              controlCharacter(text.charAt(at)) + " stands inside a string",
              "write it as an escape");
      case ESCAPE -> escape(text, error);
      case UNCLOSED_STRING -> unclosed(text, error);
    };
  }

  private static String controlCharacter(char c) {
    return c == '\n' ? "a line break" : shown(String.valueOf(c));
  }

  private static JsonText.Malformed escape(String text, JsonError error) {
    int at = error.at();
    if (at + 1 >= text.length()) {
      return unclosed(text, error);
    }
    int end = at + 1 + Character.charCount(text.codePointAt(at + 1));
    String problem = "the escape " + Quoted.of(text.substring(at, end)) + " is unknown to JSON";
    if (text.charAt(at + 1) == 'u') {
      while (end < Math.min(at + 6, text.length()) && text.charAt(end) != '"') {
        end++;
      }
      problem = "the escape " + Quoted.of(text.substring(at, end)) + " has no four hex digits";
    }
    return new JsonText.Malformed(at, end, problem, null);
  }

  private static JsonText.Malformed unclosed(String text, JsonError error) {
    return new JsonText.Malformed(
        error.start(),
        text.length(),
        "the text ends inside a string",
        "close it with a double quote");
  }

  /// Describes the word, or else the character, at an offset; past the end, the end.
  static JsonText.Malformed at(String text, int offset, Expected expected) {
    if (offset >= text.length()) {
      int last = Math.max(0, text.stripTrailing().length() - 1);
      return new JsonText.Malformed(
          last, last + 1, "the text ends where " + expected.words + " is expected", null);
    }
    int end = wordEnd(text, offset);
    String found = text.substring(offset, end);
    return new JsonText.Malformed(
        offset,
        end,
        shown(found) + " stands where " + expected.words + " is expected",
        advice(text, offset, found, expected),
        lacksComma(text, offset, expected));
  }

  /// A character that can be seen stands in quotes, another by its number.
  static String shown(String found) {
    int first = found.codePointAt(0);
    boolean invisible = Visible.isHazard(first) || (Character.isSpaceChar(first) && first != ' ');
    return invisible ? String.format(Locale.ROOT, "the character U+%04X", first) : Quoted.of(found);
  }

  private static @Nullable String advice(String text, int offset, String found, Expected expected) {
    char c = found.charAt(0);
    if (c == '\'' || c == '\u201c' || c == '\u201d' || c == '\u2018' || c == '\u2019') {
      return "JSON takes straight double quotes only";
    }
    if (c == '/' || c == '#') {
      return "JSON has no comments";
    }
    if (expected == Expected.END) {
      return "delete what follows the value";
    }
    if (lacksComma(text, offset, expected)) {
      return "put a comma before it";
    }
    boolean afterComma = text.substring(0, offset).stripTrailing().endsWith(",");
    if ((c == '}' || c == ']') && afterComma) {
      return "delete the comma before it";
    }
    boolean word = Character.isLetter(c);
    return word && expected.takesString() ? "put it in double quotes" : null;
  }

  /// Whether the next member begins and nothing parts it from the one before.
  private static boolean lacksComma(String text, int offset, Expected expected) {
    return expected == Expected.NEXT_MEMBER && text.charAt(offset) == '"' && isKey(text, offset);
  }

  /// Whether a whole string begins at an offset, and a colon comes next.
  private static boolean isKey(String text, int offset) {
    JsonString string = JsonString.read(text, offset);
    int next = string.end();
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return string.error() == null && next < text.length() && text.charAt(next) == ':';
  }

  private static int wordEnd(String text, int offset) {
    int end = offset;
    while (end < text.length() && isWord(text.charAt(end))) {
      end++;
    }
    return end > offset ? end : offset + Character.charCount(text.codePointAt(offset));
  }

  private static boolean isWord(char c) {
    return c < 128 && (Character.isLetterOrDigit(c) || c == '_');
  }
}
