package dev.netlog.cli.report;

/// Whether a report has colours.
public enum Palette {
  /// No escape codes.
  PLAIN,
  /// The sixteen colours that every terminal and CI log supports.
  ANSI
}
