/// What was found, located in files, and the formats it is written in.
///
/// Knows neither YAML nor the command line.
@NullMarked
package dev.netlog.cli.report;

import org.jspecify.annotations.NullMarked;
