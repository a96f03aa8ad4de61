/// Runs `coverage`: divides the files among targets, computes the coverage of each, and compares it
/// with a base.
///
/// Knows files, git and the engine; must not know the command line or output formats.
@NullMarked
package dev.netlog.cli.coverage;

import org.jspecify.annotations.NullMarked;
