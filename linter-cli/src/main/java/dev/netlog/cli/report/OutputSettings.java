package dev.netlog.cli.report;

/// The settings of one output, apart from its format.
///
/// @param palette its colours; machine-readable formats have none
public record OutputSettings(Palette palette) {
  /// No colours.
  public static final OutputSettings PLAIN = new OutputSettings(Palette.PLAIN);
}
