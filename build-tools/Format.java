import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Holds every Java file of the repository to google-java-format.
///
/// Run by Maven with the repository's root as working directory: `--check` lists the files that
/// differ and fails, `--replace` rewrites them. What was found in order is remembered by digest in
/// the folder of the formatter, so that a second run only looks at what has changed.
final class Format {
  private static final Formatter FORMATTER = new Formatter(JavaFormatterOptions.builder().build());

  private sealed interface Outcome {
    record Clean() implements Outcome {}

    record Differs(String formatted) implements Outcome {}

    record Broken(String message) implements Outcome {}
  }

  /// The class path is the formatter's jar and nothing else.
  private static final Path FORMATTER_JAR = Path.of(System.getProperty("java.class.path"));

  private static final Path MEMORY = FORMATTER_JAR.resolveSibling("formatted");

  private final Set<String> known;
  private final Set<String> inOrder = ConcurrentHashMap.newKeySet();

  private Format(Set<String> known) {
    this.known = known;
  }

  public static void main(String[] arguments) throws IOException {
    var replace = List.of(arguments).equals(List.of("--replace"));
    var format =
        new Format(Files.exists(MEMORY) ? Set.copyOf(Files.readAllLines(MEMORY)) : Set.of());
    var outcomes =
        sources().parallelStream().collect(Collectors.toConcurrentMap(p -> p, format::outcome));
    Files.write(MEMORY, format.inOrder);
    var failed = false;
    for (var file : outcomes.keySet().stream().sorted().toList()) {
      switch (outcomes.get(file)) {
        case Outcome.Clean() -> {}
        case Outcome.Broken(var message) -> {
          failed = true;
          System.err.println(file + ":" + message);
        }
        case Outcome.Differs(var formatted) when replace -> Files.writeString(file, formatted);
        case Outcome.Differs _ -> {
          failed = true;
          System.err.println(file + " is not formatted");
        }
      }
    }
    if (outcomes.isEmpty()) {
      failed = true;
      System.err.println("no Java source was found");
    }
    if (failed && !replace) {
      System.err.println("to format every file, run: mvn -q -N -Pformat process-sources");
    }
    System.exit(failed ? 1 : 0);
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> top = Files.list(Path.of(""))) {
      return top.filter(Files::isDirectory).flatMap(Format::sourcesOfModule).toList();
    }
  }

  /// `module/src/**` of each module, and this folder.
  private static Stream<Path> sourcesOfModule(Path module) {
    var root = module.endsWith("build-tools") ? module : module.resolve("src");
    if (!Files.isDirectory(root)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java") && Files.isRegularFile(file))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Outcome outcome(Path file) {
    try {
      var source = Files.readString(file);
      var digest = digest(source);
      if (known.contains(digest)) {
        inOrder.add(digest);
        return new Outcome.Clean();
      }
      var formatted =
          FORMATTER.formatSource(
              RemoveUnusedImports.removeUnusedImports(
                  ImportOrderer.reorderImports(source, JavaFormatterOptions.Style.GOOGLE)));
      if (!formatted.equals(source)) {
        return new Outcome.Differs(formatted);
      }
      inOrder.add(digest);
      return new Outcome.Clean();
    } catch (FormatterException e) {
      return new Outcome.Broken(
          e.diagnostics().stream().map(Object::toString).collect(Collectors.joining("; ")));
    } catch (IOException e) {
      return new Outcome.Broken(" cannot be read: " + e.getMessage());
    }
  }

  private static String digest(String source) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      // Another version of the formatter has another opinion.
      digest.update((Files.size(FORMATTER_JAR) + "\n").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(source.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
