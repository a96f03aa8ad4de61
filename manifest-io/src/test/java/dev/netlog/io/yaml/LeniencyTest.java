package dev.netlog.io.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Held against kubectl's decoder: each text is one that it was asked about.
final class LeniencyTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "a:\\tb| {\"a\":\"b\"}| 1:3",
        "a: \\tb| {\"a\":\"b\"}|",
        "a: >\\t\\n  b\\n| {\"a\":\"b\\n\"}| 1:5",
        "a\\t: b| {\"a\":\"b\"}|",
        "a: \"b\"\\t# c| {\"a\":\"b\"}| 1:7",
        "a: [1,\\n\\t2]| {\"a\":[1,2]}|",
        "a: {b:\\t1}| {\"a\":{\"b\":1}}|",
        "a: [1,\\t2\\t]| {\"a\":[1,2]}|",
        "a: &x\\tb| {\"a\":\"b\"}| 1:6",
      })
  void aTabBetweenTokensIsABlankAndSaidToBeOne(String text, String sent, String place) {
    // Only where an object stands in the file is anyone told.
    String yaml = text.replace("\\n", "\n").replace("\\t", "\t");
    assertThat(Given.sent(yaml)).containsExactly(sent);
    Manifest manifest = Given.manifest("apiVersion: v1\nkind: ConfigMap\n" + yaml);
    assertThat(manifest.findings())
        .allSatisfy(f -> assertThat(f.rule().id()).isEqualTo("yaml-not-portable"));
    if (place != null) {
      int line = Character.digit(place.charAt(0), 10) + 2;
      assertThat(Given.found(manifest))
          .containsExactly("yaml-not-portable " + line + place.substring(1));
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "a:\\n\\tb: 1, 2:1",
        "\\ta: 1, 1:1",
        "a: 1\\n\\tb: 2, 2:1",
        "a: |\\n\\tb, 2:1",
        "a: |\\n \\tb, 2:2",
        "- a\\n-\\tb, 2:2",
      })
  void aTabAsIndentationIsRefused(String text, String place) {
    String yaml = text.replace("\\n", "\n").replace("\\t", "\t");
    Manifest manifest = Given.manifest(yaml);
    assertThat(manifest.documents().getFirst().failure()).isNotNull();
    PositionsTest.areInside(manifest);
    assertThat(Given.refusal(yaml)).startsWith(place + " a tab is used where");
  }

  @Test
  void manyTabsCostFewReadings() {
    StringBuilder yaml = new StringBuilder();
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < 5000; i++) {
      yaml.append("k").append(i).append(":\t\"v:\tw\"\n");
      json.append(i == 0 ? "" : ",").append("\"k").append(i).append("\":\"v:\\tw\"");
    }
    assertThat(Given.sent(yaml.toString())).containsExactly(json.append("}").toString());
  }

  @Test
  void tabsBehindAColonInsideTextsStayTabs() {
    assertThat(Given.sent("a:\t1\nb: |\n  c:\td\ne: 'f:\tg'\n"))
        .containsExactly("{\"a\":1,\"b\":\"c:\\td\\n\",\"e\":\"f:\\tg\"}");
  }

  @Test
  void aCommentMayFollowABlockIndicatorDirectly() {
    assertThat(Given.sent("a: |# c\n  b\n")).containsExactly("{\"a\":\"b\\n\"}");
    assertThat(Given.found(Given.NAMESPACE + "a: |# c\n  b\n"))
        .containsExactly("yaml-not-portable 5:5");
  }

  @Test
  void theEscapeOfAnApostropheIsRead() {
    assertThat(Given.sent("a: \"it\\'s\\t'\"\n")).containsExactly("{\"a\":\"it's\\t'\"}");
  }

  @Test
  void aTabInsideTextIsText() {
    assertThat(Given.sent("a: \"b\tc\"\nd: e\tf\ng: |\n  h\ti\n"))
        .containsExactly("{\"a\":\"b\\tc\",\"d\":\"e\\tf\",\"g\":\"h\\ti\\n\"}");
    assertThat(Given.found(Given.NAMESPACE + "a: \"b\tc\"\nd: e\tf\n")).isEmpty();
  }

  @Test
  void positionsBehindAReplacedTabAreThoseOfTheFile() {
    assertThat(Given.refusal("a:\t😀\nb:\t\t[*x]\n")).startsWith("2:6 the alias");
  }

  @Test
  void manyTabsAreReadInReasonableWork() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      text.append("a%d:\tb\n".formatted(i));
    }
    assertThat(Given.sent(text.toString()).getFirst()).endsWith("\"a199\":\"b\"}");
  }
}
