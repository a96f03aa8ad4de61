/// The objects of a run as builds make them, as far as netlog merges their changes exactly.
///
/// Knows builds and the files of a side; must not know comparisons or reports.
@NullMarked
package dev.netlog.cli.coverage.merged;

import org.jspecify.annotations.NullMarked;
