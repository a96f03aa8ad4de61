/// Reads one side of a comparison, a folder or a commit: as manifests, and as plain files.
///
/// Knows files, commits and manifests; must not know targets, coverage or reports.
@NullMarked
package dev.netlog.cli.coverage.state;

import org.jspecify.annotations.NullMarked;
