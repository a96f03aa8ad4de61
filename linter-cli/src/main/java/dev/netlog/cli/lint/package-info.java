/// Runs `lint` and `show`, from paths to a finished report.
///
/// Must not know picocli.
@NullMarked
package dev.netlog.cli.lint;

import org.jspecify.annotations.NullMarked;
