package dev.netlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What holds for the sources of all modules at once.
final class HouseTest {
  private static final Path ROOT = Path.of("..");
  private static final List<String> MODULES =
      List.of("rule-engine", "manifest-io", "linter-cli", "webhook");

  /// The production classes, each by its path below the sources of its module.
  private static List<Path> sources() throws IOException {
    List<Path> all = new ArrayList<>();
    for (String module : MODULES) {
      Path sources = ROOT.resolve(module).resolve("src/main/java");
      try (Stream<Path> files = Files.walk(sources)) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
      }
    }
    assertThat(all).hasSizeGreaterThan(500);
    return all;
  }

  @Test
  void aSimpleNameStandsOnce() throws IOException {
    Map<String, Long> names =
        sources().stream()
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .filter(name -> !name.equals("package-info") && !name.equals("Main"))
            .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    assertThat(names.entrySet().stream().filter(name -> name.getValue() > 1).map(Map.Entry::getKey))
        .isEmpty();
  }

  @Test
  void everyPackageSaysWhatItMustNotKnow() throws IOException {
    List<Path> folders = sources().stream().map(Path::getParent).distinct().toList();
    assertThat(folders.stream().filter(each -> !Files.exists(each.resolve("package-info.java"))))
        .isEmpty();
  }
}
