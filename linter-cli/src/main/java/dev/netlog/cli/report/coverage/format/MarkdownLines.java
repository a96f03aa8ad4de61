package dev.netlog.cli.report.coverage.format;

import dev.netlog.cli.report.coverage.ShortList;
import dev.netlog.io.text.Neutral;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// Writes Markdown up to a size: GitHub refuses a job summary of more than 1 MiB as a whole
/// ([source](https://github.com/actions/runner/blob/main/src/Runner.Worker/FileCommandManager.cs)).
///
/// Every text that is not netlog's own goes through [#code(String)]. A code span is the one place
/// where nothing is obeyed: no HTML, no link, no mention of a person, no reference to an issue. No
/// such text stands in a table, where a bar ends even a code span.
public final class MarkdownLines {
  /// What is kept for the end of a report that is cut.
  private static final int RESERVE = 1024;

  private static final String END = "</details>";

  private final Appendable out;
  private final int limit;
  private long written;
  private int open;
  private boolean cut;
  private boolean afterBlank;

  /// Lines up to a size.
  ///
  /// @param limit in bytes
  public MarkdownLines(Appendable out, int limit) {
    this.out = out;
    this.limit = limit;
  }

  /// Text of strangers, to be shown as it is.
  public static String code(String text) {
    String shown = text.isEmpty() ? "\"\"" : Neutral.text(text);
    String fence = "`".repeat(longestRun(shown) + 1);
    String pad = shown.startsWith("`") || shown.endsWith("`") || isPadded(shown) ? " " : "";
    return fence + pad + shown + pad + fence;
  }

  /// As `a`, `b` and 37 more, each as code.
  static String codes(ShortList texts) {
    String shown =
        texts.shown().stream().map(MarkdownLines::code).collect(Collectors.joining(", "));
    return new ShortList(List.of(shown), texts.hidden() + 1).text();
  }

  /// A blank at both ends of a code span is dropped.
  private static boolean isPadded(String text) {
    return text.startsWith(" ") && text.endsWith(" ");
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  /// A line, or nothing where the limit is reached.
  public void line(String text) throws IOException {
    long size = text.getBytes(StandardCharsets.UTF_8).length + 1L;
    cut |= written + size > limit - RESERVE;
    if (!cut) {
      written += size;
      out.append(text).append('\n');
      afterBlank = text.isEmpty();
    }
  }

  /// An empty line, unless there is one.
  void blank() throws IOException {
    if (!afterBlank) {
      line("");
    }
  }

  /// Starts what a reader may unfold.
  ///
  /// @param state `" open"` where it is unfolded at first
  /// @param title in netlog's own words
  void begin(String state, String title) throws IOException {
    line("<details" + state + "><summary>" + title + "</summary>");
    open += cut ? 0 : 1;
    blank();
  }

  /// Ends what was started last.
  void end() throws IOException {
    blank();
    line(END);
    open -= cut ? 0 : 1;
    blank();
  }

  /// Ends the report: where it was cut, everything that is open, and with a sentence about it.
  public void finish() throws IOException {
    if (!cut) {
      return;
    }
    for (; open > 0; open--) {
      out.append('\n').append(END).append('\n');
    }
    out.append("\n**This report is cut at " + limit / 1024 + " KiB.**");
    out.append(" `netlog coverage --format json` writes all of it.\n");
  }

  /// Whether something was left out.
  boolean isCut() {
    return cut;
  }
}
