/// The commands: flags in, one service call, exit code out.
///
/// Knows picocli, and is the only package that does; must not know YAML details.
@NullMarked
package dev.netlog.cli.command;

import org.jspecify.annotations.NullMarked;
