package dev.netlog.cli;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.command.CommandTree;
import dev.netlog.cli.command.Console;
import dev.netlog.cli.command.ExitCode;
import dev.netlog.io.yaml.DeepThreads;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// Starts the program.
public final class Main {
  /// Set by the launcher to those of `out` and `err` that are terminals; Java cannot detect this
  /// itself.
  private static final String TERMINALS = "NETLOG_TERMINALS";

  /// Set by a user who wants the stack trace of an internal error.
  private static final String DEBUG = "NETLOG_DEBUG";

  private Main() {}

  /// Runs the command line on a thread with a deep stack and exits with its code.
  public static void main(String[] arguments) throws InterruptedException {
    Map<String, String> environment = System.getenv();
    String terminals = environment.getOrDefault(TERMINALS, "");
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    Console console =
        new Console(
            Path.of("").toAbsolutePath(),
            environment,
            System.in,
            new FileOutputStream(FileDescriptor.out),
            err,
            terminals.contains("out"),
            terminals.contains("err"));
    AtomicInteger code = new AtomicInteger(ExitCode.INCOMPLETE);
    Thread main =
        DeepThreads.named("netlog")
            .newThread(() -> code.set(run(RuleCatalog.standard(), List.of(arguments), console)));
    main.start();
    main.join();
    System.exit(code.get());
  }

  /// Runs a command line. Every failure ends in an exit code and at most one line on standard
  /// error.
  ///
  /// @param catalog the rules and platforms
  static int run(RuleCatalog catalog, List<String> arguments, Console console) {
    try {
      return CommandTree.run(catalog, arguments, console);
    } catch (IOException e) {
      console.say(
          "standard output was closed before everything was written ("
              + e.getMessage()
              + "); write to a file, or read to the end");
      return ExitCode.INCOMPLETE;
    } catch (RuntimeException e) {
      console.say(
          "internal error: "
              + e
              + "; this is a bug in netlog, please report it (NETLOG_DEBUG=1 prints where it happened)");
      if (console.environment().containsKey(DEBUG)) {
        e.printStackTrace(console.err());
      }
      return ExitCode.INCOMPLETE;
    }
  }
}
