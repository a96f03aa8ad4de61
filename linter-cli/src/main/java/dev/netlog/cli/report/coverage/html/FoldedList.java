package dev.netlog.cli.report.coverage.html;

import java.io.IOException;
import java.util.Collection;

/// Writes lists that may be long: shows the first items and says how many are left out.
final class FoldedList {
  /// The maximum number of items shown.
  static final int LISTED = 100;

  private FoldedList() {}

  /// Writes one item.
  @FunctionalInterface
  interface Item<T> {
    /// Writes the content of the item.
    void write(T item) throws IOException;
  }

  /// Writes a list.
  static <T> void list(Markup markup, Collection<T> items, Item<T> writer) throws IOException {
    markup.open("ul").line();
    int written = 0;
    for (T item : items) {
      if (written == LISTED) {
        break;
      }
      markup.open("li");
      writer.write(item);
      markup.close("li").line();
      written++;
    }
    markup.close("ul");
    rest(markup, items.size(), LISTED);
  }

  /// Writes how many items a list leaves out, if any.
  static void rest(Markup markup, int size, int listed) throws IOException {
    if (size > listed) {
      markup.leaf(
          "p",
          "… and " + HtmlText.number(size - listed) + " more (--format json)",
          "class",
          "rest");
    }
    markup.line();
  }

  /// Writes a list that opens on demand; nothing if it is empty.
  static <T> void details(Markup markup, String title, Collection<T> items, Item<T> writer)
      throws IOException {
    if (items.isEmpty()) {
      return;
    }
    markup.open("details");
    markup.open("summary").text(title + " ");
    markup.leaf("span", HtmlText.number(items.size()), "class", "number").close("summary");
    list(markup, items, writer);
    markup.close("details").line();
  }
}
