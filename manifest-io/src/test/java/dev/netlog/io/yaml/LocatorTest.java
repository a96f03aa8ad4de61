package dev.netlog.io.yaml;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.io.text.Region;
import dev.netlog.io.text.SourceText;
import dev.netlog.io.yaml.syntax.JsonReader;
import dev.netlog.io.yaml.syntax.Node;
import dev.netlog.io.yaml.syntax.RefusedDocumentException;
import dev.netlog.model.JsonPointer;
import dev.netlog.rule.Place;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LocatorTest {
  private static String at(String text, JsonPointer within, Place place) {
    Manifest manifest = Given.manifest(text);
    Document document = manifest.documents().getLast();
    Locator.Span span = Locator.of(manifest, document).span(within, place);
    Region region = new SourceText(manifest.text()).region(span.start(), span.end());
    String shown = manifest.text().substring(span.start(), span.end());
    return region.startLine()
        + ":"
        + region.startColumn()
        + " "
        + shown
        + (span.exact() ? "" : " ~");
  }

  private static String value(String text, String pointer) {
    return at(text, JsonPointer.ROOT, Place.value(JsonPointer.parse(pointer)));
  }

  private static String key(String text, String pointer) {
    return at(text, JsonPointer.ROOT, Place.key(JsonPointer.parse(pointer)));
  }

  private static final String BLOCK =
      """
      # c
      a: 😀b
      c:
        d: [1, {e: "f"}]   # c
        g:
        - h
        - i: j

      # more
      k: {l: m,
        p: o}
      """;

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "/a| 2:1 a| 2:4 😀b",
        "/c/d| 4:3 d| 4:6 [1, {e: \"f\"}]",
        "/c/d/0| 4:7 1| 4:7 1",
        "/c/d/1/e| 4:11 e| 4:14 \"f\"",
        "/c/g/0| 6:5 h| 6:5 h",
        "/c/g/1/i| 7:5 i| 7:8 j",
        "/k/l| 10:5 l| 10:8 m",
        "/k/p| 11:3 p| 11:6 o",
      })
  void keysAndValuesAreFoundInBlockAndFlow(String pointer, String key, String value) {
    assertThat(key(BLOCK, pointer)).isEqualTo(key);
    assertThat(value(BLOCK, pointer)).isEqualTo(value);
  }

  @Test
  void aCollectionEndsWithItsLastLeaf() {
    assertThat(value(BLOCK, "/c/g")).isEqualTo("6:3 - h\n  - i: j");
    assertThat(value(BLOCK, "/k")).isEqualTo("10:4 {l: m,\n  p: o}");
    assertThat(value("a:\n  b: [1]\n  c: &x {d: 1}\n\n# c\ne: 1\n", "/a"))
        .isEqualTo("2:3 b: [1]\n  c: &x {d: 1}");
  }

  @Test
  void whatIsNotThereIsShownAtTheObjectThatLacksIt() {
    assertThat(value(BLOCK, "/c/x")).isEqualTo("3:1 c ~");
    assertThat(value(BLOCK, "/x/y")).isEqualTo("2:1 a ~");
    assertThat(value(BLOCK, "/c/g/7")).isEqualTo("5:3 g ~");
    assertThat(value(BLOCK, "/c/g/1/x")).isEqualTo("7:5 i ~");
    assertThat(value(BLOCK, "/a/x")).isEqualTo("2:1 a ~");
    assertThat(value("{}", "/a")).isEqualTo("1:1 {} ~");
  }

  @Test
  void anEmptyValueIsShownAtItsKey() {
    assertThat(value("a: 1\nb:\nc: 1\n", "/b")).isEqualTo("2:1 b");
    assertThat(value("a: 1\nb: &x\nc: 1\n", "/b")).isEqualTo("2:1 b");
  }

  @Test
  void ofDuplicateKeysTheOneThatCountsIsFound() {
    assertThat(value("a: 1\nb: 2\na: 3\n", "/a")).isEqualTo("3:4 3");
    assertThat(key("1: a\n\"1\": b\n", "/1")).isEqualTo("2:1 \"1\"");
  }

  @Test
  void mergedMembersAreFoundWhereTheyStand() {
    String text =
        "x: &x {a: 1, b: 2}\ny: &y {a: 3}\nz:\n  b: 4\n  <<: [*x, *y]\nw:\n  <<: *x\n  b: 5\n";
    assertThat(value(text, "/z/a")).isEqualTo("1:11 1");
    assertThat(value(text, "/z/b")).isEqualTo("1:17 2");
    assertThat(value(text, "/w/b")).isEqualTo("8:6 5");
    assertThat(key(text, "/w/a")).isEqualTo("1:8 a");
  }

  @Test
  void anAliasIsShownWhereItStandsAndItsMembersAtTheAnchor() {
    String text = "x: &x {a: 1}\nb: *x\n";
    assertThat(value(text, "/b")).isEqualTo("2:4 *x");
    assertThat(value(text, "/b/a")).isEqualTo("1:11 1");
  }

  @Test
  void itemsOfListsAreFoundBelowThem() {
    String text = "kind: List\nitems:\n- kind: A\n  x: 1\n- kind: B\n  x: 2\n";
    Place place = Place.value(JsonPointer.of("x"));
    assertThat(at(text, JsonPointer.of("items", "1"), place)).isEqualTo("6:6 2");
    assertThat(at(text, JsonPointer.of("items", "0"), Place.value(JsonPointer.ROOT)))
        .isEqualTo("3:3 kind: A\n  x: 1");
  }

  @Test
  void placesInLaterDocumentsAreThoseOfTheFile() {
    assertThat(value("a: 1\n---\n\uFEFF# c\nb: 2\n", "/b")).isEqualTo("4:4 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: x{\"deny\":\"inof\"}",
        "a: '{\"deny\": \"inof\"}'",
        "a: &x '{\"deny\": \"inof\"}'",
        "a: !!str &x '{\"deny\":\n    \"inof\"}'",
        "a: \"{\\\"deny\\\": \\\"inof\\\"}\"",
        "a: \"{\\\"deny\\\": \\\n  \\x22inof\\u0022}\"",
        "a: |\n  {\n    \"deny\": \"inof\"\n  }\n",
        "a: |\n  {\"deny\": \"inof\"}",
        "a: >+\n  {\"deny\": \"inof\"}\n  ",
        "a: |2-\n    {\"deny\": \"inof\"}\n",
        "a: >-\n  {\"deny\":\n  \"inof\"}\n",
        "a: >\r\n  {\"deny\":\r\n\r\n  \"inof\"}\r\n",
        "a: !x\n  |+ # c\n   {\"deny\": \"inof\"}\n\n",
        "{\"a\": \"{\\\"deny\\\": \\\"inof\\\"}\"}",
        "{\"a\": \"{\\u0022deny\\u0022: \\u0022inof\\u0022}\"}",
      })
  void aRangeInTheTextIsFoundInEveryStyle(String text) throws RefusedDocumentException {
    Node root = text.startsWith("{") ? new JsonReader(text, 0).next() : Given.root(text);
    Node.Scalar scalar = (Node.Scalar) requireNonNull(Entries.value((Node.Mapping) root, "a"));
    String decoded = scalar.value();
    int from = decoded.indexOf("inof");
    Place place = Place.text(JsonPointer.of("a"), from, from + 4);
    assertThat(at(text, JsonPointer.ROOT, place)).matches("\\d+:\\d+ inof");
  }

  @Test
  void anEmptyRangeIsAPointAndARangeAtTheEndIsInside() {
    for (String text : List.of("a: 'bc'\n", "a: \"bc\"\n", "a: bc", "a: |\n  bc\n")) {
      assertThat(at(text, JsonPointer.ROOT, Place.text(JsonPointer.of("a"), 1, 1))).endsWith(" ");
      assertThat(at(text, JsonPointer.ROOT, Place.text(JsonPointer.of("a"), 1, 2))).endsWith(" c");
      assertThat(at(text, JsonPointer.ROOT, Place.text(JsonPointer.of("a"), 2, 2))).endsWith(" ");
    }
  }

  @Test
  void aRangeBehindTheTextIsTheWholeValue() {
    assertThat(at("a: 'bc'\n", JsonPointer.ROOT, Place.text(JsonPointer.of("a"), 0, 9)))
        .isEqualTo("1:4 'bc' ~");
    assertThat(at("a: ''\n", JsonPointer.ROOT, Place.text(JsonPointer.of("a"), 0, 0)))
        .isEqualTo("1:4 '' ~");
  }

  @Test
  void aRangeInAnAliasIsTheAlias() {
    assertThat(at("x: &x 'bc'\na: *x\n", JsonPointer.ROOT, Place.text(JsonPointer.of("a"), 0, 1)))
        .isEqualTo("2:4 *x ~");
  }
}
