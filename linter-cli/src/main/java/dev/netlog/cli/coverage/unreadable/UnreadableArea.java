package dev.netlog.cli.coverage.unreadable;

import dev.netlog.platform.text.Unreadable;
import java.util.function.IntPredicate;

/// A part of a file that nobody can read as objects.
///
/// @param where its place, and why
/// @param text what stands there; empty where it cannot be searched
/// @param whole whether it is the whole file, of which not even the text is known
record UnreadableArea(Unreadable where, String text, boolean whole) {
  /// Whether the text holds a name as a word of its own.
  boolean mentions(String name) {
    return holds(text, name);
  }

  /// Whether a text holds a name as a word of its own.
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
