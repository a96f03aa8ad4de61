package dev.netlog.cli.report;

import dev.netlog.model.Value;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes JSON piece by piece, with no library behind it: loading one would cost more time than a
/// small run takes.
///
/// What it writes can be echoed into a CI log: what [Neutral] shows by its number is escaped, and
/// with it the start of the old workflow command. The caller keeps to the grammar: a name before
/// each member's value, an end for each beginning. Not for use by several threads.
public final class JsonWriter {
  /// Beyond this depth lines are indented no further; else a deep value would grow by its square.
  private static final int DEEPEST_INDENT = 64;

  private static final String SPACES = " ".repeat(2 * DEEPEST_INDENT);
  private static final String HEX = "0123456789abcdef";

  /// How much white space there is.
  public enum Layout {
    /// One member or item a line, two spaces for each level.
    PRETTY,
    /// All on one line.
    COMPACT
  }

  private sealed interface Open {
    record Members(Iterator<Map.Entry<String, Value>> rest) implements Open {}

    record Items(Iterator<Value> rest) implements Open {}
  }

  private final Appendable out;
  private final Layout layout;
  private final BitSet filled = new BitSet();
  private int depth;
  private boolean named;

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

  /// The name of the member whose value comes next.
  public JsonWriter name(String name) throws IOException {
    separate();
    string(name);
    out.append(layout == Layout.PRETTY ? ": " : ":");
    named = true;
    return this;
  }

  /// A string, or `null`.
  public JsonWriter text(@Nullable String value) throws IOException {
    separate();
    if (value == null) {
      out.append("null");
    } else {
      string(value);
    }
    return this;
  }

  /// A whole number.
  public JsonWriter number(long value) throws IOException {
    return token(Long.toString(value));
  }

  /// A member that is a string, or `null`.
  public JsonWriter member(String name, @Nullable String value) throws IOException {
    return name(name).text(value);
  }

  /// A member that is a whole number.
  public JsonWriter member(String name, long value) throws IOException {
    return name(name).number(value);
  }

  /// A whole value, however deep.
  public JsonWriter value(Value root) throws IOException {
    Deque<Open> open = new ArrayDeque<>();
    enter(root, open);
    while (!open.isEmpty()) {
      switch (open.element()) {
        case Open.Members(var rest) when rest.hasNext() -> {
          Map.Entry<String, Value> member = rest.next();
          name(member.getKey());
          enter(member.getValue(), open);
        }
        case Open.Items(var rest) when rest.hasNext() -> enter(rest.next(), open);
        case Open.Members _ -> {
          open.remove();
          endObject();
        }
        case Open.Items _ -> {
          open.remove();
          endArray();
        }
      }
    }
    return this;
  }

  private void enter(Value value, Deque<Open> open) throws IOException {
    switch (value) {
      case Value.Null _ -> text(null);
      case Value.Bool(boolean flag) -> token(flag ? "true" : "false");
      case Value.Numeral(String literal) -> token(literal);
      case Value.Text(String text) -> text(text);
      case Value.Sequence sequence -> {
        beginArray();
        open.push(new Open.Items(sequence.items().iterator()));
      }
      case Value.Mapping mapping -> {
        beginObject();
        open.push(new Open.Members(mapping.members().entrySet().iterator()));
      }
    }
  }

  private JsonWriter token(String literal) throws IOException {
    separate();
    out.append(literal);
    return this;
  }

  private JsonWriter begin(char bracket) throws IOException {
    separate();
    out.append(bracket);
    depth++;
    filled.clear(depth);
    return this;
  }

  private JsonWriter end(char bracket) throws IOException {
    boolean empty = !filled.get(depth);
    depth--;
    if (!empty) {
      newLine();
    }
    out.append(bracket);
    return this;
  }

  /// What stands between the last piece and the next one.
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
    filled.set(depth);
    newLine();
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

  private static boolean isPlain(String text, int i) {
    char c = text.charAt(i);
    return c != '"' && c != '\\' && !Neutral.isEscaped(text, i);
  }
}
