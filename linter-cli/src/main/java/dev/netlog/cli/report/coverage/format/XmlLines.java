package dev.netlog.cli.report.coverage.format;

import dev.netlog.io.text.Neutral;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/// Writes XML 1.0 without a library, since the runtime contains none. Text is processed by
/// [Neutral] first, which removes all characters that XML forbids.
public final class XmlLines {
  private final Appendable out;
  private final Deque<String> open = new ArrayDeque<>();
  private boolean inTag;

  public XmlLines(Appendable out) throws IOException {
    this.out = out;
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  }

  /// Starts an element on its own line.
  public XmlLines begin(String element) throws IOException {
    closeTag();
    out.append("  ".repeat(open.size())).append('<').append(element);
    open.push(element);
    inTag = true;
    return this;
  }

  /// Adds an attribute to the element that was started last, before its content.
  public XmlLines with(String attribute, String value) throws IOException {
    out.append(' ').append(attribute).append("=\"");
    escape(Neutral.text(value));
    out.append('"');
    return this;
  }

  /// Adds an attribute with a number.
  public XmlLines with(String attribute, long value) throws IOException {
    return with(attribute, Long.toString(value));
  }

  /// Ends the element that was started last.
  public XmlLines end() throws IOException {
    String element = open.pop();
    if (inTag) {
      out.append("/>\n");
      inTag = false;
    } else {
      out.append("  ".repeat(open.size())).append("</").append(element).append(">\n");
    }
    return this;
  }

  /// Ends the element that was started last, with lines of text as its content.
  ///
  /// @param text lines without control characters
  public XmlLines end(String text) throws IOException {
    out.append('>');
    inTag = false;
    escape(text);
    out.append("</").append(open.pop()).append(">\n");
    return this;
  }

  private void closeTag() throws IOException {
    if (inTag) {
      out.append(">\n");
      inTag = false;
    }
  }

  private void escape(String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
  }
}
