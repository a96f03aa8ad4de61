package dev.netlog.cli.nativebinary;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.command.CommandTree;
import dev.netlog.cli.command.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Runs the commands of `release/native-commands.txt`. [RecordingLoader] loads it.
public final class ProvenRuns {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private ProvenRuns() {}

  static List<List<String>> commands() throws IOException {
    return Files.readAllLines(ROOT.resolve("release/native-commands.txt")).stream()
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(line -> List.of(line.split(" ")))
        .toList();
  }

  /// Runs all of them, and `lint` of a folder; an internal error fails.
  public static void run(Path folder) throws IOException {
    for (List<String> command : commands()) {
      run(ROOT, command);
    }
    run(folder, List.of("lint"));
  }

  private static void run(Path folder, List<String> command) throws IOException {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            folder,
            Map.of(),
            new ByteArrayInputStream(new byte[0]),
            new ByteArrayOutputStream(),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false);
    CommandTree.run(RuleCatalog.standard(), command, console);
    if (err.toString(StandardCharsets.UTF_8).contains("this is a bug")) {
      throw new AssertionError(command + ": " + err);
    }
  }
}
