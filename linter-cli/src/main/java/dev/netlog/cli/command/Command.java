package dev.netlog.cli.command;

import dev.netlog.catalog.RuleCatalog;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// One subcommand.
interface Command {
  /// Its name, options and help.
  CommandSpec spec(RuleCatalog catalog);

  /// Carries it out.
  ///
  /// @return the exit code
  /// @throws UsageException where the command line makes no sense
  /// @throws IOException where standard output fails
  int run(ParseResult arguments, Console console) throws IOException;
}
