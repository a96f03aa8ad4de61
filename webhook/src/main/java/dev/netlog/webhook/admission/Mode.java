package dev.netlog.webhook.admission;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What findings cost.
public enum Mode {
  /// Errors deny; what weighs less comes as warnings.
  ENFORCE,
  /// Everything is admitted; all findings come as warnings.
  WARN,
  /// Everything is admitted without a word; findings are logged and counted.
  OBSERVE;

  /// The word of the option.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// All words, the strictest first.
  public static List<String> words() {
    return Arrays.stream(values()).map(Mode::word).toList();
  }

  /// The mode of a word, null where it is none.
  public static @Nullable Mode of(String word) {
    return Arrays.stream(values())
        .filter(mode -> mode.word().equals(word))
        .findFirst()
        .orElse(null);
  }
}
