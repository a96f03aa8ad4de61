package dev.netlog.cli.report;

import dev.netlog.rule.Severity;

/// The role of a piece of text, which decides its colour.
public enum Ink {
  /// Ordinary text.
  PLAIN(""),
  /// Headings and messages.
  STRONG("1"),
  /// Frames and line numbers.
  FRAME("34"),
  ERROR("1;31"),
  WARNING("1;33"),
  INFO("1;36");

  /// Parameters of the terminal's "select graphic rendition".
  final String parameters;

  Ink(String parameters) {
    this.parameters = parameters;
  }

  /// The colour of a severity.
  public static Ink of(Severity severity) {
    return switch (severity) {
      case ERROR -> ERROR;
      case WARNING -> WARNING;
      case INFO -> INFO;
    };
  }
}
