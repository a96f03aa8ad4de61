package dev.netlog.platform;

import dev.netlog.platform.text.Phrase;
import java.util.stream.Collectors;

/// Steps of decisions as a report in text shows them.
public final class DecisionTexts {
  private DecisionTexts() {}

  /// The step on one line, two blanks between its parts.
  public static String of(Decision.Step step) {
    return step.parts().stream().map(Phrase::text).collect(Collectors.joining("  "));
  }
}
