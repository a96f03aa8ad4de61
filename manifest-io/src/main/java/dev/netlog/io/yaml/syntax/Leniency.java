package dev.netlog.io.yaml.syntax;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.ScannerImpl;
import org.yaml.snakeyaml.tokens.ScalarToken;
import org.yaml.snakeyaml.tokens.Token;

/// Reads parts that the Go library accepts and SnakeYAML refuses: tabs between tokens, a comment
/// directly after `|` or `>`, and the escape `\'`.
///
/// Where SnakeYAML stops at one of these, the characters are replaced by others of the same width
/// and meaning, and the part is read again. Offsets do not change.
public final class Leniency {
  /// Limits the total size of repeated reads, in UTF-16 units.
  private static final long BUDGET = 50_000_000;

  /// Replaces `'` in a changed text: the decoded form of the escape `\P`.
  static final char APOSTROPHE = '\u2029';

  private final String text;
  private final int start;
  private final int end;
  private final StringBuilder current;

  /// Tabs after a colon that were replaced in advance, before SnakeYAML stopped at them.
  private final BitSet guessed = new BitSet();

  /// Tabs that are content of a scalar.
  private final BitSet content = new BitSet();

  private int firstChange = -1;

  private Leniency(String text, int start, int end) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.current = new StringBuilder(text.substring(start, end));
  }

  /// The result of reading a part.
  ///
  /// @param composed the nodes of the part
  /// @param firstChange the first place that other tools would refuse, -1 if there is none
  public record Read(YamlComposer.Composed composed, int firstChange) {}

  /// Reads a part as the Go library would.
  public static Read compose(String text, int start, int end) throws RefusedDocumentException {
    try {
      return new Read(YamlComposer.compose(text, start, end, null), -1);
    } catch (RefusedDocumentException refused) {
      return new Leniency(text, start, end).again(refused);
    }
  }

  private Read again(RefusedDocumentException first) throws RefusedDocumentException {
    RefusedDocumentException refused = first;
    for (long budget = BUDGET; budget > 0; budget -= 2L * (end - start)) {
      if (refused != null && !clear(refused.failure().start() - start)) {
        throw refused;
      }
      refused = null;
      try {
        YamlComposer.Composed composed = YamlComposer.compose(text, start, end, current.toString());
        if (!restored(composed.root())) {
          return new Read(composed, firstChange);
        }
      } catch (RefusedDocumentException next) {
        refused = next;
      }
    }
    throw RefusedDocumentException.limit(
        start + Math.max(0, firstChange - start), "tabs stand between too many tokens to read on");
  }

  /// Replaces the character at which SnakeYAML stopped; false if the Go library stops there too.
  private boolean clear(int at) {
    if (at < 0 || at >= current.length()) {
      return false;
    }
    char c = current.charAt(at);
    char before = at > 0 ? current.charAt(at - 1) : 0;
    if (c == '\'' && before == '\\') {
      return replace(at, at + 1, 'P');
    }
    if (c == '#' && isBlockHeader(current, at)) {
      return replace(at, lineEnd(current, at), ' ');
    }
    int tab = c == ' ' && before == '\t' ? at - 1 : at;
    if (current.charAt(tab) != '\t' || content.get(tab)) {
      return false;
    }
    if (tab > 0 && current.charAt(tab - 1) == '\\') {
      return replace(tab, tab + 1, 't');
    }
    int behind = tab;
    while (behind < current.length() && current.charAt(behind) == '\t') {
      behind++;
    }
    if (!goSkips(current.toString(), tab)) {
      return false;
    }
    replace(tab, behind, ' ');
    guess();
    return true;
  }

  private boolean replace(int from, int to, char with) {
    firstChange = firstChange < 0 ? start + from : Math.min(firstChange, start + from);
    for (int i = from; i < to; i++) {
      current.setCharAt(i, with);
    }
    return true;
  }

  /// Replaces all tabs after a colon at once, since one is rarely alone, and checks them
  /// afterwards.
  private void guess() {
    boolean colon = false;
    for (int i = 0; i < current.length(); i++) {
      char c = current.charAt(i);
      if (c == '\t' && colon && !content.get(i)) {
        guessed.set(i);
        current.setCharAt(i, ' ');
      }
      colon = c == ':' || (colon && (c == ' ' || c == '\t'));
    }
  }

  /// Restores replaced tabs that are content of a scalar; false if there are none.
  private boolean restored(@Nullable Node root) {
    Deque<Node> open = new ArrayDeque<>();
    if (root != null && !guessed.isEmpty()) {
      open.push(root);
    }
    boolean found = false;
    while (!open.isEmpty()) {
      switch (open.pop()) {
        case Node.Sequence sequence -> sequence.items().forEach(open::push);
        case Node.Mapping mapping -> {
          mapping.keys().forEach(open::push);
          mapping.values().forEach(open::push);
        }
        case Node.Scalar scalar -> found |= restored(scalar.start() - start, scalar.end() - start);
        case Node.Alias _ -> {}
      }
    }
    return found;
  }

  private boolean restored(int from, int to) {
    boolean found = false;
    for (int i = guessed.nextSetBit(from); i >= 0 && i < to; i = guessed.nextSetBit(i + 1)) {
      guessed.clear(i);
      content.set(i);
      current.setCharAt(i, '\t');
      found = true;
    }
    return found;
  }

  private static boolean isBlockHeader(CharSequence text, int at) {
    int i = at - 1;
    while (i > 0 && "+-123456789".indexOf(text.charAt(i)) >= 0) {
      i--;
    }
    return i >= 0 && (text.charAt(i) == '|' || text.charAt(i) == '>');
  }

  private static int lineEnd(CharSequence text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      i++;
    }
    return i;
  }

  /// Whether the Go library skips a tab. It does inside brackets and braces, elsewhere where no key
  /// may start, and on lines where a plain scalar may continue (`yaml_parser_scan_to_next_token`,
  /// `yaml_parser_scan_plain_scalar` in scannerc.go).
  private static boolean goSkips(String text, int tab) {
    int before = tab - 1;
    while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
      before--;
    }
    boolean lineStart = before < 0 || "\r\n".indexOf(text.charAt(before)) >= 0;
    if (!lineStart && !isIndicator(text, before)) {
      return true;
    }
    Context context = Context.behind(text.substring(0, tab));
    return context.flow() > 0
        || (lineStart && context.inPlainScalar() && tab - before - 1 > context.indent());
  }

  /// Whether a key may start after the character: `-`, `?`, or `:` without a key before it.
  private static boolean isIndicator(String text, int at) {
    char c = text.charAt(at);
    boolean separator = at >= 2 && text.startsWith("---", at - 2);
    if ((c != '-' && c != '?' && c != ':') || separator) {
      return false;
    }
    int before = at - 1;
    while (before >= 0 && " \t-?".indexOf(text.charAt(before)) >= 0) {
      before--;
    }
    return before < 0 || "\r\n".indexOf(text.charAt(before)) >= 0;
  }

  /// The state of a scanner at the end of a text.
  ///
  /// @param flow how many brackets and braces are open
  /// @param inPlainScalar whether a plain scalar may continue, with blank lines and tabs in between
  /// @param indent the column of the innermost open block, -1 where there is none
  private record Context(int flow, boolean inPlainScalar, int indent) {

    static Context behind(String prefix) {
      ScannerImpl scanner = new ScannerImpl(new StreamReader(prefix), new LoaderOptions());
      Deque<Integer> indents = new ArrayDeque<>(List.of(-1));
      int flow = 0;
      boolean plain = false;
      try {
        while (!scanner.checkToken(Token.ID.StreamEnd)) {
          Token token = scanner.getToken();
          switch (token.getTokenId()) {
            case FlowMappingStart, FlowSequenceStart -> flow++;
            case FlowMappingEnd, FlowSequenceEnd -> flow--;
            case BlockMappingStart, BlockSequenceStart ->
                indents.push(token.getStartMark().getColumn());
            case BlockEnd -> {
              if (token.getStartMark().getIndex() >= prefix.stripTrailing().length()) {
                return new Context(flow, plain, indents.element());
              }
              indents.pop();
            }
            default -> {}
          }
          plain = token instanceof ScalarToken scalar && scalar.getPlain();
        }
      } catch (YAMLException e) {
        return new Context(flow, plain, indents.element());
      }
      return new Context(flow, plain, indents.element());
    }
  }
}
