package dev.netlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What holds for the sources of all modules at once.
final class HouseTest {
  private static final Path ROOT = Path.of("..");
  private static final List<String> MODULES =
      List.of("rule-engine", "manifest-io", "linter-cli", "webhook");

  /// The house style says about 25 classes.
  private static final int LARGEST_PACKAGE = 25;

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

  @Test
  void noPackageIsLarge() throws IOException {
    Map<Path, Long> sizes =
        sources().stream()
            .filter(file -> !file.endsWith("package-info.java"))
            .collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.counting()));
    assertThat(sizes.entrySet().stream().filter(each -> each.getValue() > LARGEST_PACKAGE))
        .as("packages of more than %d classes: split them by theme", LARGEST_PACKAGE)
        .isEmpty();
  }

  @Test
  void classesAreFinal() throws IOException {
    Pattern open =
        Pattern.compile("^(?:(?:public|abstract|sealed|non-sealed) )*class ", Pattern.MULTILINE);
    for (Path file : sources()) {
      assertThat(open.matcher(Files.readString(file)).find()).as(file.toString()).isFalse();
    }
  }

  @Test
  void namesOfTestsAreWrittenInOneWay() throws IOException {
    Pattern underscore =
        Pattern.compile("^ +(?:static )?void [a-z]\\w*_\\w*\\(", Pattern.MULTILINE);
    int seen = 0;
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
        for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
          seen++;
          assertThat(underscore.matcher(Files.readString(file)).results().map(MatchResult::group))
              .as(file.toString())
              .isEmpty();
        }
      }
    }
    assertThat(seen).isGreaterThan(200);
  }
}
