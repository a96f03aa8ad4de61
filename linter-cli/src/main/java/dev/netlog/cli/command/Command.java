package dev.netlog.cli.command;

import dev.netlog.catalog.RuleCatalog;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// One subcommand.
interface Command {
  /// Its name, options and help.
  CommandSpec spec(RuleCatalog catalog);

  /// Runs the command.
  ///
  /// @return the exit code
  /// @throws UsageException if the command line is wrong
  /// @throws IOException if standard output fails
  int run(ParseResult arguments, Console console) throws IOException;
}
