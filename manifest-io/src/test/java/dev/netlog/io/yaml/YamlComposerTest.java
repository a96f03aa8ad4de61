package dev.netlog.io.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.io.yaml.syntax.Node;
import dev.netlog.io.yaml.syntax.RefusedDocumentException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class YamlComposerTest {
  @ParameterizedTest
  @ValueSource(strings = {"[]", "- ", "{\"a\":}"})
  void tenThousandLevelsAreReadAndOneMoreIsRefused(String level) throws InterruptedException {
    List<String> sent = Given.deep(() -> Given.sent(nested(level, 10_000)));
    assertThat(sent).hasSize(1);
    assertThat(sent.getFirst()).startsWith(level.startsWith("{") ? "{\"a\":{" : "[[");
    assertThat(Given.<String>deep(() -> Given.refusal(nested(level, 10_001))))
        .endsWith("the document is nested deeper than 10000 levels");
  }

  private static String nested(String level, int depth) {
    return switch (level) {
      case "[]" -> "[".repeat(depth) + "]".repeat(depth);
      case "- " -> "- ".repeat(depth - 1) + "[]";
      default -> "{\"a\":".repeat(depth - 1) + "{}" + "}".repeat(depth - 1);
    };
  }

  @Test
  void depthIsCountedThroughAliases() throws InterruptedException {
    String half = "a: &a " + "[".repeat(6000) + "]".repeat(6000) + "\nb: ";
    assertThat(
            Given.<String>deep(
                () -> Given.refusal(half + "[".repeat(5000) + "*a" + "]".repeat(5000))))
        .endsWith("the document is nested deeper than 10000 levels");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "a: &a [*a]| 1:8 the anchor \"a\" contains itself",
        "a: &a {b: [{c: *a}]}| 1:16 the anchor \"a\" contains itself",
        "a: [1, *é]| 1:8 the alias \"*é\" has no anchor before it",
        "a: *later\\nb: &later 1| 1:4 the alias \"*later\" has no anchor before it",
        "a: &é 1| 1:7 the name of the anchor \"&é\" may hold only letters, digits, _ and -",
      })
  void anchorsThatMakeNoSenseAreRefusedAtTheirPlace(String text, String refusal) {
    assertThat(Given.refusal(text.replace("\\n", "\n"))).isEqualTo(refusal);
  }

  @Test
  void anAnchorMayBeSetAgain() {
    assertThat(Given.sent("a: &x 1\nb: &x 2\nc: *x\n"))
        .containsExactly("{\"a\":1,\"b\":2,\"c\":2}");
  }

  @Test
  void anAnchorEndsWithItsDocument() {
    assertThat(Given.refusal("a: &x 1\n---\nb: *x\n")).startsWith("3:4 ");
  }

  @Test
  void manyAliasesOfSomethingSmallAreFine() {
    assertThat(Given.sent("x: &x {a: 1}\nl:\n" + "- *x\n".repeat(100)))
        .hasSize(1)
        .first()
        .asString()
        .endsWith("{\"a\":1}]}");
  }

  @ParameterizedTest
  @ValueSource(ints = {0x0, 0x7, 0x1B, 0x7F, 0x80, 0x9F, 0xFFFE, 0xFFFF})
  void charactersThatYamlForbidsAreRefusedInEveryPlace(int forbidden) {
    String c = Character.toString(forbidden);
    String problem = " the character U+%04X is not allowed in YAML".formatted(forbidden);
    assertThat(Given.refusal("a: x" + c)).isEqualTo("1:5" + problem);
    assertThat(Given.refusal("a: 1\n😀: \"é" + c + "\"\n")).isEqualTo("2:6" + problem);
    assertThat(Given.refusal("a: 1\r\nb: 2 # 😀😀" + c + "\r\n")).isEqualTo("2:10" + problem);
    assertThat(Given.refusal("a: 1\n---\n# c\nb: |\n  " + c + "\n"))
        .isEqualTo("4:3".replace("4", "5") + problem);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"\"\\q\"", "\"\\1\"", "\"\\xg0\"", "\"\\u12\"", "\"\\/\""})
  void unknownEscapesAreRefusedWhereTheyStand(String quoted) {
    assertThat(Given.refusal("a: 1\nb: x\nc: " + quoted)).startsWith("3:").doesNotStartWith("3:1 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\uD83D", "\\uDE00", "\\uD83D\\uDE00", "\\U0000D83D", "\\ud83d"})
  void halvesOfCharactersAreRefusedAtTheEscape(String escape) {
    assertThat(Given.refusal("a: \"x\\\\u\\n" + escape + "\""))
        .startsWith("1:11 the escape \"\\")
        .contains("is half a character");
  }

  @Test
  void aPositionBehindWideCharactersCountsCodePoints() {
    assertThat(Given.refusal("a: 😀\nb: [😀, 😀 }\n")).startsWith("2:10 ");
  }

  @Test
  void placesBehindAMarkAreCountedWithoutIt() {
    assertThat(Given.refusal("\uFEFFa: *x\n")).startsWith("1:4 ");
    assertThat(Given.refusal("a: 1\n---\n\uFEFFb: *x\n")).startsWith("3:5 ");
  }

  @Test
  void refusalsAreOneShortLineWhateverTheValue() {
    String refusal = Given.refusal("a: !!int |\n" + "  a line \"of\" text\n".repeat(50));
    assertThat(refusal)
        .startsWith("1:10 \"a line \\\"of\\\" text\\na line")
        .endsWith("…\" is no !!int");
  }

  @Test
  void tagsAndAnchorsAreNoPartOfTheirNode() throws RefusedDocumentException {
    String text = "a: !!str &x # c\n   'b'\nc: &y !!map {d: 1}\ne: &z\n  f: 1\n";
    Node.Mapping root = (Node.Mapping) Given.root(text);
    assertThat(root.values().stream().map(Node::start))
        .containsExactly(text.indexOf("'b'"), text.indexOf("{d"), text.indexOf("f: 1"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{}: b| {}",
        "&r\\n[]: b| []",
        "--- # c\\n{? a}: b| {\"a\":null}",
        "&x {a:}| {\"a:\":null}",
        "!!seq [a:, b]| [\"a:\",\"b\"]",
      })
  void whatTheGoLibraryReadsOtherwiseItAlsoReadsSoBehindAnchors(String text, String sent) {
    assertThat(Given.sent(text.replace("\\n", "\n"))).startsWith(sent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&a {}: b",
        "!!map {}: b",
        "&a {? a}: b",
        "&r\n&a []: b",
        "{[]: b}",
        "&x {[]: b}\n"
      })
  void aCollectionIsNoKeyWhateverStandsBeforeIt(String text) {
    assertThat(Given.manifest(text).documents().getFirst().failure()).isNotNull();
  }
}
