package dev.netlog.cli.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.command.RulePages;
import dev.netlog.rule.RuleInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class RulePagesTest {
  private static final Path PAGES = Path.of("..", "docs", "rules");

  @TestFactory
  Stream<DynamicTest> aRulesPageIsWrittenFromItsOwnTextsAndItsExample() {
    Set<String> chosen =
        GoldenCase.chosen().stream().map(GoldenCase::rule).collect(Collectors.toSet());
    return RuleCatalog.standard().infos().stream()
        .filter(info -> chosen.contains(info.id()))
        .map(info -> DynamicTest.dynamicTest(info.id(), () -> check(info)));
  }

  private static void check(RuleInfo info) throws IOException {
    GoldenCase example =
        GoldenCase.all().stream()
            .filter(golden -> golden.rule().equals(info.id()) && golden.isExample())
            .findFirst()
            .orElseThrow();
    String report = GoldenTexts.report(example.lint(example.folder(), "input.yaml").report());
    String page = RulePages.page(info, Files.readString(example.input()), report);
    GoldenFile.check(PAGES.resolve(info.id() + ".md"), page);
  }

  @Test
  void theIndexListsAllRules() throws IOException {
    List<RuleInfo> infos = RuleCatalog.standard().infos();
    String index =
        "# Rules\n\nWritten from the rules' own texts; `netlog explain RULE` prints a page.\n\n"
            + RulePages.index(infos);
    GoldenFile.check(PAGES.resolve("README.md"), index);
  }

  @Test
  void noPageIsLeftOverFromARuleThatIsGone() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      List<String> ids =
          pages
              .map(page -> page.getFileName().toString().replace(".md", ""))
              .filter(name -> !name.equals("README"))
              .toList();
      assertThat(ids)
          .containsExactlyInAnyOrderElementsOf(
              RuleCatalog.standard().infos().stream().map(RuleInfo::id).toList());
    }
  }
}
