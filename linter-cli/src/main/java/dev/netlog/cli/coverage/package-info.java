/// Logging coverage of files: reads them, works out the coverage of each target, compares it with a
/// base.
///
/// Knows files, git and the engine; must not know the command line or output formats.
@NullMarked
package dev.netlog.cli.coverage;

import org.jspecify.annotations.NullMarked;
