package dev.netlog.settings;

import dev.netlog.rule.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The least severity of a finding that fails a run.
public enum FailOn {
  ERROR(Severity.ERROR),
  WARNING(Severity.WARNING),
  INFO(Severity.INFO),
  NEVER(null);

  private final @Nullable Severity least;

  FailOn(@Nullable Severity least) {
    this.least = least;
  }

  /// The word in options and settings.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// All words, the strictest choice last but one.
  public static List<String> words() {
    return Arrays.stream(values()).map(FailOn::word).toList();
  }

  /// The choice of a word, or null where the word is none.
  public static @Nullable FailOn of(String word) {
    for (FailOn choice : values()) {
      if (choice.word().equals(word)) {
        return choice;
      }
    }
    return null;
  }

  /// Whether a finding of this severity fails the run.
  public boolean failsOn(Severity severity) {
    return least != null && severity.isAtLeast(least);
  }
}
