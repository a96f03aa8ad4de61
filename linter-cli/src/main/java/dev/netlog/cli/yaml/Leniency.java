package dev.netlog.cli.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.ScannerImpl;
import org.yaml.snakeyaml.tokens.ScalarToken;
import org.yaml.snakeyaml.tokens.Token;

/// Reads parts that the Go library takes and SnakeYAML does not: tabs between tokens, a comment
/// directly behind `|` or `>`, and the escape `\'`.
///
/// Where SnakeYAML stops at one of these, it is replaced by something of the same width and
/// meaning, and the part is read again; offsets stay as they are.
final class Leniency {
  /// Reading again costs time in proportion to the part, so the sum is bounded, in UTF-16 units.
  private static final long BUDGET = 50_000_000;

  /// Stands for `'` in a text that was changed: the decoded form of the escape `\P`.
  static final char APOSTROPHE = '\u2029';

  private Leniency() {}

  /// A part that was read.
  ///
  /// @param composed what is in it
  /// @param firstChange the first place that other tools would refuse, -1 where there is none
  record Read(YamlComposer.Composed composed, int firstChange) {}

  /// Reads a part as the Go library would.
  static Read compose(String text, int start, int end) throws RefusedException {
    String current = text;
    int first = -1;
    long budget = BUDGET;
    while (true) {
      try {
        return new Read(YamlComposer.compose(current, start, end, first >= 0), first);
      } catch (RefusedException refused) {
        int at = refused.failure().start();
        budget -= 2L * (end - start);
        String changed = budget > 0 && at < end ? changed(current, start, at, end) : null;
        if (changed == null) {
          throw refused;
        }
        first = first < 0 ? at : Math.min(first, at);
        current = changed;
      }
    }
  }

  /// The text with the obstacle at an offset out of the way, or null where the Go library stops
  /// there too.
  private static @Nullable String changed(String text, int start, int at, int end) {
    char c = text.charAt(at);
    if (c == '\'' && at > start && text.charAt(at - 1) == '\\') {
      return replaced(text, at, at + 1, 'P');
    }
    if (c == '#' && isBlockHeader(text, start, at)) {
      return replaced(text, at, lineEnd(text, at, end), ' ');
    }
    int tab = c == ' ' && at > start && text.charAt(at - 1) == '\t' ? at - 1 : at;
    if (text.charAt(tab) != '\t') {
      return null;
    }
    if (tab > start && text.charAt(tab - 1) == '\\') {
      return replaced(text, tab, tab + 1, 't');
    }
    int behind = tab;
    while (behind < end && text.charAt(behind) == '\t') {
      behind++;
    }
    return goSkips(text, start, tab) ? replaced(text, tab, behind, ' ') : null;
  }

  private static String replaced(String text, int from, int to, char with) {
    return text.substring(0, from) + String.valueOf(with).repeat(to - from) + text.substring(to);
  }

  private static boolean isBlockHeader(String text, int start, int at) {
    int i = at - 1;
    while (i > start && "+-123456789".indexOf(text.charAt(i)) >= 0) {
      i--;
    }
    return i >= start && (text.charAt(i) == '|' || text.charAt(i) == '>');
  }

  private static int lineEnd(String text, int from, int limit) {
    int i = from;
    while (i < limit && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      i++;
    }
    return i;
  }

  /// The Go library skips a tab inside brackets and braces, elsewhere wherever no key may start,
  /// and on the lines on which a plain scalar may go on (`yaml_parser_scan_to_next_token`,
  /// `yaml_parser_scan_plain_scalar` in scannerc.go).
  private static boolean goSkips(String text, int start, int tab) {
    int before = tab - 1;
    while (before >= start && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
      before--;
    }
    boolean lineStart = before < start || "\r\n".indexOf(text.charAt(before)) >= 0;
    if (!lineStart && !isIndicator(text, start, before)) {
      return true;
    }
    Context context = Context.behind(text.substring(start, tab));
    return context.flow() > 0
        || (lineStart && context.inPlainScalar() && tab - before - 1 > context.indent());
  }

  /// Whether the character opens a place where a key may start: `-`, `?`, or `:` that no key
  /// precedes.
  private static boolean isIndicator(String text, int start, int at) {
    char c = text.charAt(at);
    boolean separator = at - 2 >= start && text.startsWith("---", at - 2);
    if ((c != '-' && c != '?' && c != ':') || separator) {
      return false;
    }
    int before = at - 1;
    while (before >= start && " \t-?".indexOf(text.charAt(before)) >= 0) {
      before--;
    }
    return before < start || "\r\n".indexOf(text.charAt(before)) >= 0;
  }

  /// Where a scanner stands at the end of a text.
  ///
  /// @param flow how many brackets and braces are open
  /// @param inPlainScalar whether a plain scalar may go on, with blank lines and tabs in between
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
