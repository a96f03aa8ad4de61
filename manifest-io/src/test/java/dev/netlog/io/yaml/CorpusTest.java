package dev.netlog.io.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.io.yaml.syntax.Node;
import dev.netlog.io.yaml.syntax.RefusedDocumentException;
import dev.netlog.io.yaml.syntax.ScalarSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Reads a folder of real manifests: `mvn verify -Pcorpus -Dcorpus=DIR`.
@Tag("corpus")
final class CorpusTest {
  private final Map<Node.Style, Integer> seen = new EnumMap<>(Node.Style.class);
  private final List<String> fallBacks = new ArrayList<>();
  private int files;

  private static Path corpus() {
    String given = System.getProperty("corpus");
    assertThat(given).as("pass the folder of manifests as -Dcorpus=DIR").isNotNull();
    assertThat(Path.of(given)).isAbsolute().isDirectory();
    return Path.of(given);
  }

  @Test
  void everyScalarIsMappedToItsSource() throws IOException, RefusedDocumentException {
    List<Path> paths;
    try (Stream<Path> all = Files.walk(corpus())) {
      paths =
          all.filter(
                  path -> path.toString().matches(".*\\.(ya?ml|json)") && Files.isRegularFile(path))
              .toList();
    }
    for (Path path : paths) {
      files++;
      Manifest manifest = Given.manifest(Files.readAllBytes(path));
      PositionsTest.areInside(manifest);
      for (Document document : manifest.documents()) {
        Node root = document.failure() == null ? document.root() : null;
        if (root != null) {
          walk(root, manifest.text(), path);
        }
      }
    }
    System.out.println(files + " files, scalars " + seen);
    assertThat(files).isPositive();
    assertThat(seen)
        .containsKeys(
            Node.Style.PLAIN,
            Node.Style.SINGLE_QUOTED,
            Node.Style.DOUBLE_QUOTED,
            Node.Style.LITERAL,
            Node.Style.FOLDED,
            Node.Style.JSON);
    assertThat(fallBacks).isEmpty();
  }

  private void walk(Node node, String text, Path path) {
    switch (node) {
      case Node.Scalar scalar -> scalar(scalar, text, path);
      case Node.Sequence sequence -> sequence.items().forEach(item -> walk(item, text, path));
      case Node.Mapping mapping -> {
        mapping.keys().forEach(key -> walk(key, text, path));
        mapping.values().forEach(value -> walk(value, text, path));
      }
      case Node.Alias _ -> {}
    }
  }

  private void scalar(Node.Scalar scalar, String text, Path path) {
    seen.merge(scalar.style(), 1, Integer::sum);
    ScalarSource source = ScalarSource.of(text, scalar);
    if (source == null) {
      fallBacks.add(path + " at " + scalar.start());
      return;
    }
    for (int i = 0; i < source.length(); i++) {
      boolean inside =
          source.start(i) >= scalar.start()
              && source.end(i + 1) <= scalar.end()
              && source.start(i) <= source.end(i + 1);
      if (!inside) {
        fallBacks.add(path + " at " + scalar.start() + ", character " + i);
        return;
      }
    }
  }

  @Test
  void whatKubectlRefusesOfTheInvalidFilesIsReportedAndTheRestIsNot() throws IOException {
    List<String> rows = Files.readAllLines(corpus().resolve("INDEX.csv"));
    List<String> names = List.of(rows.getFirst().split(","));
    int invalid = 0;
    int refused = 0;
    for (String row : rows.subList(1, rows.size())) {
      List<String> cells = cells(row);
      if (!cells.get(names.indexOf("role")).equals("invalid")) {
        continue;
      }
      invalid++;
      Path file =
          corpus()
              .resolve(cells.get(names.indexOf("dir")))
              .resolve(cells.get(names.indexOf("path")));
      Manifest manifest = Given.manifest(Files.readAllBytes(file));
      boolean stops =
          manifest.documents().stream().anyMatch(document -> document.failure() != null);
      boolean found =
          manifest.findings().stream()
              .anyMatch(finding -> finding.rule().id().equals("yaml-invalid"));
      boolean reported = found || !manifest.notUnderstood().isEmpty();
      refused += stops ? 1 : 0;
      assertThat(reported).as("%s is reported", file).isEqualTo(stops);
    }
    System.out.println(invalid + " invalid files, of which kubectl refuses " + refused);
    assertThat(invalid).isEqualTo(36);
    assertThat(refused).isEqualTo(31);
  }

  private static List<String> cells(String row) {
    List<String> cells = new ArrayList<>(List.of(""));
    boolean quoted = false;
    for (int i = 0; i < row.length(); i++) {
      char c = row.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add("");
      } else {
        cells.add(cells.removeLast() + c);
      }
    }
    return cells;
  }
}
