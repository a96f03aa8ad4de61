package dev.netlog.cli.report;

import dev.netlog.rule.Severity;

/// What a piece of text means, which decides its colour.
public enum Ink {
  /// Nothing in particular.
  PLAIN(""),
  /// What a report is about: headings, messages.
  STRONG("1"),
  /// What stands around it.
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
