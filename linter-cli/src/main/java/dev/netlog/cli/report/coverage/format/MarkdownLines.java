package dev.netlog.cli.report.coverage.format;

import dev.netlog.cli.report.coverage.ShortList;
import dev.netlog.io.text.Neutral;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// Writes Markdown up to a size: GitHub refuses a job summary of more than 1 MiB entirely
/// ([source](https://github.com/actions/runner/blob/main/src/Runner.Worker/FileCommandManager.cs)).
///
/// All text of manifests goes through [#code(String)]: only in a code span nothing is interpreted,
/// no HTML, link, mention of a person or reference to an issue. Such text must not be put in a
/// table, where a bar ends even a code span.
public final class MarkdownLines {
  /// The bytes reserved for the end of a report that is cut.
  private static final int RESERVE = 1024;

  private static final String END = "</details>";

  private final Appendable out;
  private final int limit;
  private long written;
  private int open;
  private boolean cut;
  private boolean afterBlank;

  /// Creates a writer with a size limit.
  ///
  /// @param limit in bytes
  public MarkdownLines(Appendable out, int limit) {
    this.out = out;
    this.limit = limit;
  }

  /// Untrusted text as a code span.
  public static String code(String text) {
    String shown = text.isEmpty() ? "\"\"" : Neutral.text(text);
    String fence = "`".repeat(longestRun(shown) + 1);
    String pad = shown.startsWith("`") || shown.endsWith("`") || isPadded(shown) ? " " : "";
    return fence + pad + shown + pad + fence;
  }

  /// For example `a`, `b` and 37 more, each as a code span.
  static String codes(ShortList texts) {
    String shown =
        texts.shown().stream().map(MarkdownLines::code).collect(Collectors.joining(", "));
    return new ShortList(List.of(shown), texts.hidden() + 1).text();
  }

  /// Markdown drops a space at both ends of a code span.
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

  /// Writes a line; nothing if the limit is reached.
  public void line(String text) throws IOException {
    long size = text.getBytes(StandardCharsets.UTF_8).length + 1L;
    cut |= written + size > limit - RESERVE;
    if (!cut) {
      written += size;
      out.append(text).append('\n');
      afterBlank = text.isEmpty();
    }
  }

  /// Writes an empty line, unless the last one is empty.
  void blank() throws IOException {
    if (!afterBlank) {
      line("");
    }
  }

  /// Starts a section that the reader can unfold.
  ///
  /// @param state `" open"` if it is unfolded at first
  /// @param title netlog's own text
  void begin(String state, String title) throws IOException {
    line("<details" + state + "><summary>" + title + "</summary>");
    open += cut ? 0 : 1;
    blank();
  }

  /// Ends the section that was started last.
  void end() throws IOException {
    blank();
    line(END);
    open -= cut ? 0 : 1;
    blank();
  }

  /// Ends the report; if it was cut, closes all open sections and says so.
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

  /// Whether anything was left out.
  boolean isCut() {
    return cut;
  }
}
