package dev.netlog.io.yaml;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.io.yaml.syntax.KubectlStream;
import dev.netlog.io.yaml.syntax.Part;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KubectlStreamTest {
  /// The parts of a text: `yaml`, `json` or `refused`, with the characters they hold.
  private static List<String> parts(String text) {
    return KubectlStream.parts(text, false).stream().map(part -> shown(text, part)).toList();
  }

  private static String shown(String text, Part part) {
    return switch (part) {
      case Part.Yaml yaml -> "yaml " + text.substring(yaml.start(), yaml.end());
      case Part.Json json ->
          "json " + text.substring(json.start(), requireNonNull(json.root()).end());
      case Part.Refused refused ->
          "refused " + text.substring(refused.failure().start(), refused.failure().end());
    };
  }

  @Test
  void linesThatStartWithThreeDashesEndADocument() {
    assertThat(parts("a\n---\nb\n---\nc")).containsExactly("yaml a\n", "yaml b\n", "yaml c");
  }

  @Test
  void aSeparatorAtTheStartOfADocumentBelongsToIt() {
    assertThat(parts("---\na\n---\n---\nb\n---\n---"))
        .containsExactly("yaml ---\na\n", "yaml ---\nb\n", "yaml ---");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---",
        "--- ",
        "---\t",
        "---\r",
        "---\u00A0",
        "---\u3000",
        "--- # c",
        "---# c",
        "---\u000B\f"
      })
  void blanksAndACommentMayFollowTheDashes(String separator) {
    assertThat(parts("a\n" + separator + "\nb\n")).containsExactly("yaml a\n", "yaml b\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ---", "--", "- --", "\uFEFF---"})
  void otherLinesSeparateNothing(String line) {
    assertThat(parts("a\n" + line + "\nb\n")).containsExactly("yaml a\n" + line + "\nb\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "-", "{a: 1}", "|", "!!str", "\u200B"})
  void anythingElseBehindTheDashesIsRefusedAndReadingGoesOn(String content) {
    assertThat(parts("a\n--- " + content + "\r\nb\n---\nc\n"))
        .containsExactly("refused " + content, "yaml a\n", "yaml b\n", "yaml c\n");
  }

  @Test
  void theRefusedLineComesBeforeTheDocumentItEnds() {
    assertThat(Given.sent("a: 1\n---x\n"))
        .containsExactly(
            "2:4 a line that starts with \"---\" may otherwise hold only a comment, so kubectl"
                + " refuses the rest of it");
    assertThat(Given.sent("a: 1\n---\nb: 2\n---x\n")).hasSize(2).startsWith("{\"a\":1}");
  }

  @Test
  void jsonValuesNeedNothingBetweenThem() {
    assertThat(parts("{\"a\":1}{} [1]\n\"x\" 7 null"))
        .containsExactly(
            "json {\"a\":1}", "json {}", "json [1]", "json \"x\"", "json 7", "json null");
  }

  @Test
  void onlyAnOpeningBraceMakesJson() {
    assertThat(parts("[1][2]")).containsExactly("yaml [1][2]");
    assertThat(parts("\"a\"\n")).containsExactly("yaml \"a\"\n");
  }

  @Test
  void theBraceIsLookedForInTheFirst4096BytesOnly() {
    assertThat(parts(" ".repeat(4095) + "{}")).containsExactly("json {}");
    assertThat(parts(" ".repeat(4096) + "{}")).hasSize(1).first().asString().startsWith("yaml ");
    assertThat(parts("\u3000".repeat(1366) + "{}")).first().asString().startsWith("yaml ");
  }

  @Test
  void afterOneJsonValueTheRestMayBeYaml() {
    assertThat(parts("{\"a\":1}\n---\nb: 1\n---\nc: 1\n"))
        .containsExactly("json {\"a\":1}", "yaml ---\nb: 1\n", "yaml c: 1\n");
    assertThat(parts("{a: 1}\n---\nb: 1\n")).containsExactly("yaml {a: 1}\n", "yaml b: 1\n");
  }

  @Test
  void afterTwoJsonValuesItMayNot() {
    assertThat(parts("{}{}\n---\n{}\n")).containsExactly("json {}", "json {}", "refused -");
    assertThat(Given.sent("{}{}\n---\n{}\n"))
        .hasSize(3)
        .startsWith("{}", "{}")
        .last()
        .asString()
        .startsWith("2:2 ");
  }

  @Test
  void nextToNothingBehindJsonIsRefused() {
    assertThat(parts("{} x")).containsExactly("json {}", "refused x");
    assertThat(parts("{}\n---")).containsExactly("json {}", "yaml ---");
  }

  @Test
  void brokenJsonIsExplainedAsJson() {
    assertThat(Given.sent("{\"a\": 1,\n \"b\": tru: e}\n{"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("2:7 JSON expects a value here");
  }

  @Test
  void jsonThatOnlyYamlTakesIsReadAsYaml() {
    assertThat(Given.sent("{\"a\": y, # c\n}\n")).containsExactly("{\"a\":true}");
  }

  @Test
  void aMarkBeforeJsonMakesItYaml() {
    assertThat(Given.sent("\uFEFF{\"a\": y}\n")).containsExactly("{\"a\":true}");
    assertThat(Given.sent("\uFEFF{}{}\n")).hasSize(1);
  }

  @Test
  void aMarkHidesASeparatorOnTheFirstLine() {
    assertThat(Given.sent("\uFEFF---\na: 1\n---\nb: 2\n"))
        .containsExactly("{\"a\":1}", "{\"b\":2}");
    assertThat(Given.sent("\uFEFF--- {a: 1}\n")).containsExactly("{\"a\":1}");
    assertThat(Given.sent("\uFEFF")).containsExactly("null");
  }

  @Test
  void aMarkInTheMiddleOfADocumentIsText() {
    assertThat(Given.sent("a: 1\n\uFEFFb: 2\n")).containsExactly("{\"a\":1,\"\\ufeffb\":2}");
  }

  @Test
  void carriageReturnsBeforeLineFeedsChangeNothing() {
    assertThat(Given.sent("a: |\r\n  x\r\n  y\r\n---\r\nb: 1\r\n"))
        .containsExactly("{\"a\":\"x\\ny\\n\"}", "{\"b\":1}");
  }

  @Test
  void whatKubectlDropsIsReportedWithItsExtent() {
    Manifest manifest = Given.manifest("a: 1\n... # end\n\n# c\n...\nb: 2\nc: 3\n---\nd: 4\n");
    assertThat(Given.sent(manifest)).containsExactly("{\"a\":1}", "{\"d\":4}");
    assertThat(Given.found(manifest)).containsExactly("yaml-lost-content 6:1");
    assertThat(manifest.findings().getFirst().effect())
        .isEqualTo("these 2 lines never reach the cluster");
  }

  @Test
  void commentsBehindTheEndOfADocumentAreNoLoss() {
    assertThat(Given.found("a: 1\n...\n# c\n... # d\n\n")).isEmpty();
  }

  @Test
  void countsLeaveOutEmptyDocuments() {
    assertThat(Given.manifest("---\n---\n# c\n---\nnull\n---\n" + Given.NAMESPACE).counts())
        .isEqualTo(new Manifest.Counts(1, 1, 0));
  }
}
