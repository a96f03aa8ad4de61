package dev.netlog.io.yaml;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.io.yaml.syntax.JsonReader;
import dev.netlog.io.yaml.syntax.Node;
import dev.netlog.io.yaml.syntax.RefusedDocumentException;
import dev.netlog.io.yaml.syntax.ScalarSource;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/// Texts are written as YAML in every style; each character has to be found where it was written.
final class ScalarSourceProperties {
  private static final String[] PROPERTIES = {
    "", "", "&a ", "!!str ", "!x &a  ", "&a # no\n      "
  };

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.frequencyOf(
            Tuple.of(8, Arbitraries.of("a", "b", "deny", "x1", "{", "}", ":", ",", "-", "#")),
            Tuple.of(5, Arbitraries.of(" ", "  ", "\n", "\n\n", "\t")),
            Tuple.of(
                3,
                Arbitraries.of(
                    "\"", "'", "\\", "é", "日", "😀", "\u00A0", "[", "]", "|", ">", "&", "*", "!",
                    "%", "@")),
            Tuple.of(1, Arbitraries.of("\u0085", "\u2028", "\u001b", "\0", "\u007f", "\r")))
        .list()
        .ofMaxSize(14)
        .map(parts -> String.join("", parts));
  }

  /// Words with nothing in them that YAML would read as anything else.
  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of(
            "a", "deny", "x1", "é", "日本", "😀", "a:b", "a#b", "it's", "\"q\"", "-", "a,b")
        .list()
        .ofMinSize(1)
        .ofMaxSize(9)
        .flatMap(
            words ->
                Arbitraries.of(" ", " ", "\n", "\n\n", "  ", "\t")
                    .list()
                    .ofSize(words.size() - 1)
                    .map(gaps -> joined(words, gaps)));
  }

  private static String joined(List<String> words, List<String> gaps) {
    StringBuilder text = new StringBuilder("w");
    for (int i = 0; i < words.size(); i++) {
      text.append(i == 0 ? "" : gaps.get(i - 1)).append(words.get(i));
    }
    return text.toString();
  }

  private static void isFound(WrittenScalar written, String text, Node.Style style, boolean json)
      throws RefusedDocumentException {
    String yaml = written.yaml();
    Node root = json ? new JsonReader(yaml, 0).next() : Given.root(yaml);
    Node.Mapping outer = (Node.Mapping) requireNonNull(Entries.value((Node.Mapping) root, "o"));
    Node.Scalar scalar = (Node.Scalar) requireNonNull(Entries.value(outer, "k"));
    assertThat(scalar.style()).isEqualTo(style);
    assertThat(scalar.value()).as(yaml).isEqualTo(text);
    ScalarSource source = requireNonNull(ScalarSource.of(yaml, scalar), yaml);
    assertThat(source.length()).isEqualTo(text.length());
    for (int i = 0; i < text.length(); i++) {
      WrittenScalar.Place place = written.places().get(i);
      if (place.exact()) {
        assertThat(source.start(i)).as("start of %s in %s", i, yaml).isEqualTo(place.start());
        assertThat(source.end(i + 1)).as("end of %s in %s", i, yaml).isEqualTo(place.end());
      } else {
        assertThat(source.start(i)).isGreaterThanOrEqualTo(place.start());
        assertThat(source.end(i + 1)).isLessThanOrEqualTo(place.end());
        assertThat(yaml.substring(source.start(i), source.end(i + 1)))
            .matches("[ \t]*\r?\n[ \t\r\n]*");
      }
    }
  }

  private static WrittenScalar start(String lineEnd, int deeper, long seed) {
    Random random = new Random(seed);
    String properties = PROPERTIES[random.nextInt(PROPERTIES.length)].replace("\n", lineEnd);
    String before = "# 😀" + lineEnd + "o:" + lineEnd + "  a: 1" + lineEnd + "  k: " + properties;
    return new WrittenScalar(before, lineEnd, "  " + " ".repeat(deeper), random);
  }

  private static WrittenScalar end(WrittenScalar written) {
    return written.endLine().with("  z: 1").endLine();
  }

  @Provide
  Arbitrary<String> lineEnds() {
    return Arbitraries.of("\n", "\r\n");
  }

  @Property
  void plainScalars(
      @ForAll("words") String text,
      @ForAll("lineEnds") String lineEnd,
      @ForAll @IntRange(min = 1, max = 4) int deeper,
      @ForAll long seed)
      throws RefusedDocumentException {
    String inner = text.replaceAll("[ \t]+", " ").replaceAll(" ?\n ?", "\n");
    WrittenScalar written = start(lineEnd, deeper, seed);
    written.plain(inner);
    isFound(end(written), inner, Node.Style.PLAIN, false);
  }

  @Property
  void singleQuotedScalars(
      @ForAll("texts") String text,
      @ForAll("lineEnds") String lineEnd,
      @ForAll @IntRange(min = 1, max = 4) int deeper,
      @ForAll long seed)
      throws RefusedDocumentException {
    String inner = printable(text).replaceAll("[ \t]*\n[ \t]*", "\n");
    WrittenScalar written = start(lineEnd, deeper, seed);
    written.singleQuoted(inner);
    isFound(end(written), inner, Node.Style.SINGLE_QUOTED, false);
  }

  @Property
  void doubleQuotedScalars(
      @ForAll("texts") String text,
      @ForAll("lineEnds") String lineEnd,
      @ForAll @IntRange(min = 1, max = 4) int deeper,
      @ForAll long seed)
      throws RefusedDocumentException {
    WrittenScalar written = start(lineEnd, deeper, seed);
    written.doubleQuoted(text);
    isFound(end(written), text, Node.Style.DOUBLE_QUOTED, false);
  }

  @Property
  void literalScalars(
      @ForAll("texts") String text,
      @ForAll("lineEnds") String lineEnd,
      @ForAll @IntRange(min = 1, max = 9) int deeper,
      @ForAll long seed)
      throws RefusedDocumentException {
    String inner = blockText(text);
    WrittenScalar written = start(lineEnd, deeper, seed);
    written.block(inner, false, 2);
    isFound(written.with("  z: 1").endLine(), inner, Node.Style.LITERAL, false);
  }

  @Property
  void foldedScalars(
      @ForAll("texts") String text,
      @ForAll("lineEnds") String lineEnd,
      @ForAll @IntRange(min = 1, max = 9) int deeper,
      @ForAll long seed)
      throws RefusedDocumentException {
    String inner = blockText(text);
    WrittenScalar written = start(lineEnd, deeper, seed);
    written.block(inner, true, 2);
    isFound(written.with("  z: 1").endLine(), inner, Node.Style.FOLDED, false);
  }

  @Property
  void jsonStrings(
      @ForAll("texts") String text, @ForAll("lineEnds") String lineEnd, @ForAll long seed)
      throws RefusedDocumentException {
    WrittenScalar written =
        new WrittenScalar("{\"o\":" + lineEnd + "{\"k\": ", lineEnd, "", new Random(seed));
    written.json(text);
    isFound(written.with("}}"), text, Node.Style.JSON, true);
  }

  /// Without what only an escape can write.
  private static String printable(String text) {
    return Pattern.compile("[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u2028]")
        .matcher(text)
        .replaceAll("");
  }

  /// Lines of blanks alone cannot be told from empty ones.
  private static String blockText(String text) {
    return printable(text).replaceAll("(?m)^[ \t]+$", "");
  }
}
