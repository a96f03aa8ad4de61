package dev.netlog.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.platform.Platform;
import dev.netlog.rule.RuleInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class RuleCatalogTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
  private static final Path PAGES = Path.of("..", "docs", "rules");
  private static final List<RuleInfo> INFOS = RuleCatalog.standard().infos();

  @TestFactory
  Stream<DynamicTest> everyRuleIsComplete() {
    return INFOS.stream().map(info -> DynamicTest.dynamicTest(info.id(), () -> complete(info)));
  }

  private static void complete(RuleInfo info) {
    Path folder = GOLDEN.resolve(info.id());
    for (String name : List.of("example", "clean")) {
      Path input = folder.resolve(name).resolve("input.yaml");
      assertThat(input).as("write a manifest: rule-engine/%s", input).isRegularFile();
      if (!Boolean.getBoolean("golden.update")) {
        Path report = folder.resolve(name).resolve("report.txt");
        assertThat(report).as("mvn verify -Dgolden.update=true writes it").isRegularFile();
      }
    }
    Path page = PAGES.resolve(info.id() + ".md");
    if (!Boolean.getBoolean("golden.update")) {
      assertThat(page).as("mvn verify -Dgolden.update=true writes it").isRegularFile();
    }
    assertThat(info.title()).isNotBlank().doesNotEndWith(".");
    assertThat(info.explanation()).isNotBlank();
    assertThat(info.remedy()).isNotBlank();
    assertThat(info.sources()).isNotEmpty();
  }

  @Test
  void idsAreUniqueAndInKebabCaseWithThePlatformFirst() {
    assertThat(INFOS).extracting(RuleInfo::id).doesNotHaveDuplicates();
    for (RuleInfo info : INFOS) {
      assertThat(info.id()).matches("[a-z]+(-[a-z]+)+");
      if (info.platform() != null) {
        assertThat(info.id()).startsWith(info.platform() + "-");
      }
    }
  }

  @Test
  void everyGoldenFolderBelongsToARule() throws IOException {
    try (Stream<Path> folders = Files.list(GOLDEN)) {
      assertThat(folders.map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(INFOS.stream().map(RuleInfo::id).toList());
    }
  }

  @Test
  void aPlatformsOwnKeysConcernIt() {
    for (Platform platform : RuleCatalog.standard().platforms()) {
      assertThat(platform.keys()).isNotEmpty().allMatch(platform::concerns);
    }
    assertThat(RuleCatalog.standard().concerns("app.kubernetes.io/name")).isFalse();
  }
}
