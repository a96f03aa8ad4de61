package dev.netlog.settings;

import dev.netlog.rule.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The lowest severity of a finding that fails a run.
public enum FailOn {
  ERROR(Severity.ERROR),
  WARNING(Severity.WARNING),
  INFO(Severity.INFO),
  NEVER(null);

  private final @Nullable Severity least;

  FailOn(@Nullable Severity least) {
    this.least = least;
  }

  /// The word in options and in the settings file.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// All words, from `error` to `never`.
  public static List<String> words() {
    return Arrays.stream(values()).map(FailOn::word).toList();
  }

  /// The choice that a word names, or null for an unknown word.
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
