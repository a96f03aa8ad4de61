package dev.netlog.cli;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.command.Console;
import dev.netlog.io.yaml.DeepThreads;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// One run of the program in a folder, with everything of the outside world in memory.
record Run(int code, String out, String err) {
  static final String NAMESPACE = "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: payments\n";

  /// A manifest with one error.
  static final String DEFECT =
      NAMESPACE + "  annotations:\n    k8s.ovn.org/acl-logging: '{\"deny\": \"inof\"}'\n";

  static Run in(Path folder, String... arguments) {
    return with("", folder, arguments);
  }

  static Run with(String input, Path folder, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = code(input, folder, out, err, arguments);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /// A run whose standard output is closed.
  static Run closed(Path folder, String... arguments) {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = code("", folder, broken, err, arguments);
    return new Run(code, "", err.toString(StandardCharsets.UTF_8));
  }

  private static int code(
      String input, Path folder, OutputStream out, OutputStream err, String... arguments) {
    Console console =
        new Console(
            folder,
            Map.of(),
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false);
    int[] code = {-1};
    Thread deep =
        DeepThreads.named("run")
            .newThread(
                () -> code[0] = Main.run(RuleCatalog.standard(), List.of(arguments), console));
    deep.start();
    try {
      deep.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return code[0];
  }

  static Path file(Path folder, String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The only line on standard error.
  String line() {
    if (!err.endsWith("\n") || err.indexOf('\n') != err.length() - 1) {
      throw new AssertionError("not exactly one line: " + err);
    }
    return err.strip();
  }
}
