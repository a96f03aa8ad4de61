package dev.netlog.webhook.admission;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The effect of findings on a request.
public enum Mode {
  /// Errors deny; other findings are warnings.
  ENFORCE,
  /// Everything is admitted; all findings are warnings.
  WARN,
  /// Everything is admitted silently; findings are logged and counted.
  OBSERVE;

  /// The word in the option.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// All words, the strictest first.
  public static List<String> words() {
    return Arrays.stream(values()).map(Mode::word).toList();
  }

  /// The mode that a word names, null for an unknown word.
  public static @Nullable Mode of(String word) {
    return Arrays.stream(values())
        .filter(mode -> mode.word().equals(word))
        .findFirst()
        .orElse(null);
  }
}
