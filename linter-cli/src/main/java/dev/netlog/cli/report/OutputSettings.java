package dev.netlog.cli.report;

/// What one output wants, beside its format.
///
/// @param palette its colours; formats for machines have none
public record OutputSettings(Palette palette) {
  /// No colours.
  public static final OutputSettings PLAIN = new OutputSettings(Palette.PLAIN);
}
