package dev.netlog.cli.report.coverage;

import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.compare.CoverageDiff;

/// The base of a target, with the changes since.
///
/// @param label the name of the base: `main (merge base 1a2b3c4)`, or a folder
/// @param head the name of the head: `HEAD (5d6e7f8)`, or the paths that were read
/// @param base the coverage of the base
/// @param diff the changes
/// @param baseStories explains points of the base, with places in the base's files
public record Comparison(
    String label, String head, Coverage base, CoverageDiff diff, PointExplainer baseStories) {}
