package dev.netlog.cli.report.coverage.html;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Writes HTML element by element. Only the program chooses names of elements and attributes; all
/// text is escaped, so that text of a manifest stays text.
final class Markup {
  private final Appendable out;

  /// Writes to `out`, which stays open.
  Markup(Appendable out) {
    this.out = out;
  }

  /// Starts an element.
  ///
  /// @param attributes names and values in turn
  Markup open(String element, String... attributes) throws IOException {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(HtmlText.text(attributes[i + 1]));
      out.append('"');
    }
    out.append('>');
    return this;
  }

  /// Ends an element.
  Markup close(String element) throws IOException {
    out.append("</").append(element).append('>');
    return this;
  }

  /// Text inside an element.
  Markup text(String text) throws IOException {
    escape(HtmlText.text(text));
    return this;
  }

  /// An element that contains only text.
  Markup leaf(String element, String text, String... attributes) throws IOException {
    return open(element, attributes).text(text).close(element);
  }

  /// Ends a line, for readers of the page's source.
  Markup line() throws IOException {
    out.append('\n');
    return this;
  }

  private void escape(String text) throws IOException {
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      String entity = entity(text.charAt(i));
      if (entity != null) {
        out.append(text, done, i).append(entity);
        done = i + 1;
      }
    }
    out.append(text, done, text.length());
  }

  private static @Nullable String entity(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> null;
    };
  }
}
