package dev.netlog.platform.gke.networklogging;

import dev.netlog.fix.Safety;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was meant by a text that stands for `true` or `false` and is neither.
///
/// @param text `true` or `false`
/// @param safety safe for spellings of the two words and for what YAML or Go take for booleans;
///   unsafe for words that only sound like them
public record SwitchText(String text, Safety safety) {
  private static final Set<String> TRUE = Set.of("true", "t", "yes", "y", "on", "1");
  private static final Set<String> FALSE = Set.of("false", "f", "no", "n", "off", "0");
  private static final Set<String> ON = Set.of("enable", "enabled", "active", "all");
  private static final Set<String> OFF = Set.of("disable", "disabled", "inactive", "none");

  /// The meaning of a text whatever its case, blanks, line breaks and quotes; null where it has
  /// none.
  public static @Nullable SwitchText of(String written) {
    String word = bare(written);
    if (TRUE.contains(word)) {
      return new SwitchText("true", Safety.SAFE);
    }
    if (FALSE.contains(word)) {
      return new SwitchText("false", Safety.SAFE);
    }
    if (ON.contains(word)) {
      return new SwitchText("true", Safety.UNSAFE);
    }
    return OFF.contains(word) ? new SwitchText("false", Safety.UNSAFE) : null;
  }

  private static String bare(String written) {
    int start = 0;
    int end = written.length();
    while (start < end && isWrapping(written.charAt(start))) {
      start++;
    }
    while (end > start && isWrapping(written.charAt(end - 1))) {
      end--;
    }
    return written.substring(start, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isWrapping(char letter) {
    return Character.isWhitespace(letter)
        || Character.isSpaceChar(letter)
        || "'\"`\\\u2018\u2019\u201c\u201d".indexOf(letter) >= 0;
  }
}
