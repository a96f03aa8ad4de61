/// The reports of `coverage`, and what their formats share.
///
/// Knows coverage and reports; must not know the command line, YAML or how manifests are read.
@NullMarked
package dev.netlog.cli.report.coverage;

import org.jspecify.annotations.NullMarked;
