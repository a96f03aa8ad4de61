/// The formats of coverage reports: text, Markdown, JSON, JUnit, GitHub.
///
/// Knows neither YAML nor the command line, nor how manifests are read.
@NullMarked
package dev.netlog.cli.report.coverage.format;

import org.jspecify.annotations.NullMarked;
