package dev.netlog.cli.report.coverage;

import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.compare.CoverageDiff;

/// A target at its base, and what changed since.
///
/// @param label the base as people name it: `main (merge base 1a2b3c4)`, or a folder
/// @param base its coverage there
/// @param diff what changed
/// @param baseStories tells more of a point of the base, with places in the base's files
public record Comparison(
    String label, Coverage base, CoverageDiff diff, PointExplainer baseStories) {}
