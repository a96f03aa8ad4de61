package dev.netlog.io.yaml.syntax;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Splits a manifest into documents as kubectl does: by lines, before any YAML is parsed.
///
/// Source: `YAMLOrJSONDecoder` and `YAMLReader` of [apimachinery
/// `util/yaml`](https://github.com/kubernetes/apimachinery/blob/v0.37.2/pkg/util/yaml/decoder.go):
/// A stream whose first non-blank character is `{` is read as JSON values. If the first or second
/// value fails, the rest is read as YAML, starting after the blanks up to the next line. A YAML
/// document ends at a line that starts with `---`, which may otherwise hold only a comment.
///
/// kubectl stops at the first refusal. This class goes on after it where possible, so that a user
/// sees all problems in one run; [Part.Refused] marks where kubectl stopped.
public final class KubectlStream {
  /// How many bytes kubectl searches for the opening brace.
  private static final int GUESS_BYTES = 4096;

  /// How many bytes kubectl needs to see to switch to YAML (`consumeWhitespace`).
  private static final int LOOK_AHEAD_BYTES = 4;

  private final String text;
  private final List<Part> parts = new ArrayList<>();
  private @Nullable Failure json;
  private boolean mark;

  private KubectlStream(String text) {
    this.text = text;
  }

  /// The documents of a file's text.
  public static List<Part> parts(String text, boolean hasMark) {
    KubectlStream stream = new KubectlStream(text);
    if (!hasMark && stream.looksLikeJson()) {
      stream.json();
    } else {
      stream.mark = hasMark;
      stream.yaml(0);
    }
    return stream.parts;
  }

  private boolean looksLikeJson() {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isSpace(c)) {
        return c == '{' && bytes < GUESS_BYTES;
      }
      bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
    }
    return false;
  }

  private void json() {
    JsonReader reader = new JsonReader(text, 0);
    int behind = 0;
    while (reader.hasMore()) {
      int start = reader.offset();
      try {
        parts.add(new Part.Json(start, reader.next()));
        behind = reader.offset();
      } catch (RefusedDocumentException refused) {
        fallBack(behind, refused.failure());
        return;
      }
    }
  }

  /// Switches to YAML, unless two JSON values came before or almost nothing is left.
  private void fallBack(int behind, Failure failure) {
    int from = behind;
    while (from < text.length() && isSpace(text.charAt(from)) && text.charAt(from) != '\n') {
      from++;
    }
    if (parts.size() > 1 || bytesFrom(from) < LOOK_AHEAD_BYTES) {
      parts.add(new Part.Refused(failure.start(), failure, true));
      return;
    }
    json = parts.isEmpty() ? failure : null;
    yaml(text.charAt(from) == '\n' ? from + 1 : from);
  }

  /// How many bytes of the text follow an offset; stops counting early.
  private int bytesFrom(int from) {
    int last = Math.min(text.length(), from + LOOK_AHEAD_BYTES);
    return text.substring(from, last).getBytes(StandardCharsets.UTF_8).length;
  }

  private void yaml(int from) {
    int start = from;
    int line = from;
    while (line < text.length()) {
      int next = text.indexOf('\n', line);
      int end = next < 0 ? text.length() : next;
      int behind = next < 0 ? text.length() : next + 1;
      // With a byte order mark before it, the first line does not start with "---".
      if (text.startsWith("---", line) && !(mark && line == 0)) {
        int content = separatorContent(line + 3, end);
        if (content >= 0) {
          refuseSeparator(line, content, end);
          flush(start, line);
          start = behind;
        } else if (start < line) {
          flush(start, line);
          start = behind;
        }
      }
      line = behind;
    }
    flush(start, text.length());
    if (mark && text.isEmpty()) {
      parts.add(new Part.Yaml(0, 0, null));
    }
  }

  private void flush(int start, int end) {
    if (start < end) {
      parts.add(new Part.Yaml(start, end, json));
      json = null;
    }
  }

  private void refuseSeparator(int line, int content, int end) {
    int last = end > content && text.charAt(end - 1) == '\r' ? end - 1 : end;
    parts.add(
        new Part.Refused(
            line,
            new Failure(
                content,
                last,
                "a line that starts with \"---\" may otherwise hold only a comment, so kubectl"
                    + " refuses the rest of it"),
            false));
  }

  /// The offset of content that a separator line may not have, -1 if there is none.
  private int separatorContent(int from, int end) {
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (!isSpace(c)) {
        return c == '#' ? -1 : i;
      }
    }
    return -1;
  }

  /// Whether Go's `unicode.IsSpace` is true for the character.
  private static boolean isSpace(char c) {
    return c == ' '
        || (c >= '\t' && c <= '\r')
        || c == '\u0085'
        || c == '\u00A0'
        || c == '\u1680'
        || (c >= '\u2000' && c <= '\u200A')
        || c == '\u2028'
        || c == '\u2029'
        || c == '\u202F'
        || c == '\u205F'
        || c == '\u3000';
  }
}
