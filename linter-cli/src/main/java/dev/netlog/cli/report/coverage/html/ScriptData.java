package dev.netlog.cli.report.coverage.html;

import java.io.IOException;

/// Writes JSON inside a `script` element. Characters that could end the element or start markup are
/// written as escapes; they occur in strings only, where JSON allows escapes.
final class ScriptData implements Appendable {
  private final Appendable out;

  /// Writes to `out`, which stays open.
  ScriptData(Appendable out) {
    this.out = out;
  }

  @Override
  public ScriptData append(CharSequence text) throws IOException {
    return append(text, 0, text.length());
  }

  @Override
  public ScriptData append(CharSequence text, int start, int end) throws IOException {
    int done = start;
    for (int i = start; i < end; i++) {
      if (isMarkup(text.charAt(i))) {
        out.append(text, done, i);
        append(text.charAt(i));
        done = i + 1;
      }
    }
    out.append(text, done, end);
    return this;
  }

  @Override
  public ScriptData append(char c) throws IOException {
    if (isMarkup(c)) {
      out.append("\\u00").append(Integer.toHexString(c));
    } else {
      out.append(c);
    }
    return this;
  }

  private static boolean isMarkup(char c) {
    return c == '<' || c == '>' || c == '&';
  }
}
