/// The findings of a run with their places in files, and the formats of reports.
///
/// Knows neither YAML nor the command line.
@NullMarked
package dev.netlog.cli.report;

import org.jspecify.annotations.NullMarked;
