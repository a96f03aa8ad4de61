package dev.netlog.io.json;

import dev.netlog.model.Value;
import dev.netlog.rule.Visible;
import java.io.IOException;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// Streams JSON without a library: loading one would take longer than a small run.
///
/// The output is safe to print into a CI log: characters that [Visible] replaces are escaped, and
/// so is the start of the old workflow command. The caller keeps to the grammar: a name before each
/// member's value, an end for each beginning. Not for use by several threads.
public final class JsonWriter {
  /// Indents no further than this depth; otherwise the output grows with the square of the depth.
  private static final int DEEPEST_INDENT = 64;

  private static final String SPACES = " ".repeat(2 * DEEPEST_INDENT);
  private static final String HEX = "0123456789abcdef";

  /// How the output is broken into lines.
  public enum Layout {
    /// One member or item per line, indented by two spaces per level.
    PRETTY,
    /// All on one line.
    COMPACT
  }

  private final Appendable out;
  private final Layout layout;
  private final BitSet filled = new BitSet();
  private int depth;
  private boolean named;
  private boolean lineNext;

  /// The depth at which the current single-line value began; 0 outside of one.
  private int lineDepth;

  /// Writes to `out`, which stays open.
  public JsonWriter(Appendable out, Layout layout) {
    this.out = out;
    this.layout = layout;
  }

  /// Starts an object.
  public JsonWriter beginObject() throws IOException {
    return begin('{');
  }

  /// Ends the object that was started last.
  public JsonWriter endObject() throws IOException {
    return end('}');
  }

  /// Starts an array.
  public JsonWriter beginArray() throws IOException {
    return begin('[');
  }

  /// Ends the array that was started last.
  public JsonWriter endArray() throws IOException {
    return end(']');
  }

  /// Writes the next object or array on one line, with everything in it.
  public JsonWriter onOneLine() {
    lineNext = true;
    return this;
  }

  /// Writes the name of the member whose value comes next.
  public JsonWriter name(String name) throws IOException {
    separate();
    string(name);
    out.append(layout == Layout.PRETTY ? ": " : ":");
    named = true;
    return this;
  }

  /// Writes a string, or `null`.
  public JsonWriter text(@Nullable String value) throws IOException {
    separate();
    if (value == null) {
      out.append("null");
    } else {
      string(value);
    }
    return this;
  }

  /// Writes a whole number.
  public JsonWriter number(long value) throws IOException {
    return token(Long.toString(value));
  }

  /// Writes `true` or `false`.
  public JsonWriter truth(boolean value) throws IOException {
    return token(Boolean.toString(value));
  }

  /// Writes a member with a string value, or `null`.
  public JsonWriter member(String name, @Nullable String value) throws IOException {
    return name(name).text(value);
  }

  /// Writes a member with a whole number.
  public JsonWriter member(String name, long value) throws IOException {
    return name(name).number(value);
  }

  /// Writes a value of any depth.
  public JsonWriter value(Value root) throws IOException {
    new JsonTree(this).write(root);
    return this;
  }

  /// Writes a token unchanged.
  JsonWriter token(String literal) throws IOException {
    separate();
    out.append(literal);
    return this;
  }

  private JsonWriter begin(char bracket) throws IOException {
    separate();
    out.append(bracket);
    depth++;
    filled.clear(depth);
    if (lineNext && lineDepth == 0) {
      lineDepth = depth;
    }
    lineNext = false;
    return this;
  }

  private JsonWriter end(char bracket) throws IOException {
    boolean empty = !filled.get(depth);
    boolean onLine = lineDepth > 0;
    depth--;
    if (depth < lineDepth) {
      lineDepth = 0;
    }
    if (!empty && !onLine) {
      newLine();
    }
    out.append(bracket);
    return this;
  }

  /// Writes the separator before the next token.
  private void separate() throws IOException {
    if (named) {
      named = false;
      return;
    }
    if (depth == 0) {
      return;
    }
    if (filled.get(depth)) {
      out.append(',');
    }
    if (lineDepth == 0) {
      newLine();
    } else if (filled.get(depth) && layout == Layout.PRETTY) {
      out.append(' ');
    }
    filled.set(depth);
  }

  private void newLine() throws IOException {
    if (layout == Layout.PRETTY) {
      out.append('\n').append(SPACES, 0, 2 * Math.min(depth, DEEPEST_INDENT));
    }
  }

  private void string(String text) throws IOException {
    out.append('"');
    int done = 0;
    int i = 0;
    while (i < text.length()) {
      if (isHarmless(text.charAt(i))) {
        i++;
        continue;
      }
      int next = i + Character.charCount(text.codePointAt(i));
      if (!isPlain(text, i)) {
        out.append(text, done, i);
        for (done = i; done < next; done++) {
          escape(text.charAt(done));
        }
      }
      i = next;
    }
    out.append(text, done, text.length()).append('"');
  }

  private void escape(char c) throws IOException {
    switch (c) {
      case '"', '\\' -> out.append('\\').append(c);
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      default -> {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.append(HEX.charAt(c >> shift & 0xf));
        }
      }
    }
  }

  /// A quick test that accepts most characters; `#` may start a workflow command.
  private static boolean isHarmless(char c) {
    return c >= ' ' && c < 0x7f && c != '"' && c != '\\' && c != '#';
  }

  private static boolean isPlain(String text, int i) {
    char c = text.charAt(i);
    return c != '"' && c != '\\' && !Visible.isEscaped(text, i);
  }
}
