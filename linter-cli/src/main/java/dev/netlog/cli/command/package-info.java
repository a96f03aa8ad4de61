/// The commands: each parses its options, calls one service and returns an exit code.
///
/// The only package that uses picocli; must not know YAML details.
@NullMarked
package dev.netlog.cli.command;

import org.jspecify.annotations.NullMarked;
