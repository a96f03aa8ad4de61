package dev.netlog.cli.coverage.unreadable;

import dev.netlog.platform.text.Unreadable;
import java.util.function.IntPredicate;

/// A part of a file that cannot be read as objects.
///
/// @param where its place, and the reason
/// @param text its text; empty if it cannot be searched
/// @param whole whether it is the whole file, whose text is unknown too
record UnreadableArea(Unreadable where, String text, boolean whole) {
  /// Whether the text contains a name as a whole word.
  boolean mentions(String name) {
    return holds(text, name);
  }

  /// Whether a text contains a name as a whole word.
  static boolean holds(String text, String name) {
    IntPredicate part = c -> Character.isLetterOrDigit(c) || c == '-' || c == '_';
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      int end = at + name.length();
      boolean starts = at == 0 || !part.test(text.charAt(at - 1));
      boolean ends = end == text.length() || !part.test(text.charAt(end));
      if (starts && ends) {
        return true;
      }
    }
    return false;
  }
}
