package dev.netlog.cli.command;

import dev.netlog.catalog.RuleCatalog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `netlog completion bash|zsh`: a script for the shell's start file.
final class CompletionCommand implements Command {
  @Override
  public CommandSpec spec(RuleCatalog catalog) {
    CommandSpec spec =
        CommonOptions.command(
            catalog,
            "completion",
            "Prints a completion script; put source <(netlog completion bash) into your shell's"
                + " start file.");
    CommonOptions.arguments(spec, "SHELL", "1", "bash or zsh");
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Console console) throws IOException {
    List<String> given = arguments.matchedPositionalValue(0, List.of());
    if (given.size() != 1) {
      throw new UsageException("completion takes one shell: bash or zsh");
    }
    CommonOptions.oneOf("shell", given.getFirst(), List.of("bash", "zsh"));
    // picocli's bash script turns on bash completion by itself when zsh reads it.
    String script =
        AutoComplete.bash("netlog", CommandTree.commandLine(CommonOptions.catalog(arguments)));
    console.out().write(script.getBytes(StandardCharsets.UTF_8));
    console.out().flush();
    return ExitCode.CLEAN;
  }
}
