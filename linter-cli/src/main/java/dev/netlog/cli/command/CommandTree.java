package dev.netlog.cli.command;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.catalog.Version;
import dev.netlog.io.config.ConfigException;
import dev.netlog.rule.DidYouMean;
import dev.netlog.rule.Quoted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// The whole command line: parses it and runs the named command.
public final class CommandTree {
  private static final List<String> NAMES =
      List.of("lint", "coverage", "show", "explain", "rules", "completion");

  private CommandTree() {}

  private static Command command(String name) {
    return switch (name) {
      case "lint" -> new LintCommand();
      case "coverage" -> new CoverageCommand();
      case "show" -> new ShowCommand();
      case "explain" -> new ExplainCommand();
      case "rules" -> new RulesCommand();
      case "completion" -> new CompletionCommand();
      default -> throw new IllegalArgumentException("no command " + name);
    };
  }

  /// picocli's model of the whole command line. Built by hand: annotations would cost start-up
  /// time.
  static CommandLine commandLine(RuleCatalog catalog) {
    return commandLine(catalog, NAMES);
  }

  private static CommandLine commandLine(RuleCatalog catalog, List<String> names) {
    CommandSpec root =
        CommonOptions.command(
            catalog, "netlog", "Finds what keeps Kubernetes network policies from being logged.");
    root.addOption(
        OptionSpec.builder("--version")
            .versionHelp(true)
            .description("print the version and exit")
            .build());
    for (String name : names) {
      root.addSubcommand(name, new CommandLine(command(name).spec(catalog), CommonOptions.FACTORY));
    }
    return new CommandLine(root, CommonOptions.FACTORY)
        .setExpandAtFiles(false)
        .setPosixClusteredShortOptionsAllowed(false)
        .setInterpolateVariables(false);
  }

  /// Runs a command line and returns the exit code.
  ///
  /// @param catalog the rules and platforms
  /// @throws IOException if standard output fails
  public static int run(RuleCatalog catalog, List<String> words, Console console)
      throws IOException {
    // The options of other commands are not needed then, and creating them costs start-up time.
    boolean named = !words.isEmpty() && NAMES.contains(words.getFirst());
    CommandLine commandLine = commandLine(catalog, named ? List.of(words.getFirst()) : NAMES);
    try {
      ParseResult parsed = commandLine.parseArgs(words.toArray(String[]::new));
      return run(parsed, console);
    } catch (ParameterException e) {
      console.say(problem(e));
      return ExitCode.USAGE;
    } catch (ConfigException e) {
      e.lines().forEach(console::repeat);
      return ExitCode.USAGE;
    } catch (UsageException e) {
      console.say(String.valueOf(e.getMessage()));
      return ExitCode.USAGE;
    }
  }

  private static int run(ParseResult parsed, Console console) throws IOException {
    if (parsed.isVersionHelpRequested()) {
      write(console, "netlog " + Version.NUMBER + "\n");
      return ExitCode.CLEAN;
    }
    ParseResult sub = parsed.hasSubcommand() ? parsed.subcommand() : null;
    if (sub == null) {
      help(parsed.commandSpec().commandLine(), console);
      return parsed.isUsageHelpRequested() ? ExitCode.CLEAN : ExitCode.USAGE;
    }
    if (sub.isUsageHelpRequested()) {
      help(sub.commandSpec().commandLine(), console);
      return ExitCode.CLEAN;
    }
    return command(sub.commandSpec().name()).run(sub, console);
  }

  private static void help(CommandLine commandLine, Console console) throws IOException {
    write(console, commandLine.getUsageMessage(CommandLine.Help.Ansi.OFF));
  }

  private static void write(Console console, String text) throws IOException {
    console.out().write(text.getBytes(StandardCharsets.UTF_8));
    console.out().flush();
  }

  /// The message for a wrong command line, with what to type instead.
  private static String problem(ParameterException e) {
    CommandSpec spec = e.getCommandLine().getCommandSpec();
    String help = "see " + spec.qualifiedName(" ") + " --help";
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      String word = unmatched.getUnmatched().getFirst();
      boolean option = word.startsWith("-");
      List<String> known =
          new ArrayList<>(option ? spec.optionsMap().keySet() : spec.subcommands().keySet());
      int equals = word.indexOf('=');
      String meant = DidYouMean.of(option && equals > 0 ? word.substring(0, equals) : word, known);
      return (option ? "option " : spec.subcommands().isEmpty() ? "argument " : "command ")
          + Quoted.of(word)
          + " is unknown; "
          + (meant == null ? "" : "did you mean " + meant + "? ")
          + help;
    }
    return lowerFirst(String.valueOf(e.getMessage())) + "; " + help;
  }

  private static String lowerFirst(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
