package dev.netlog.io.yaml;

import static dev.netlog.io.yaml.Given.NAMESPACE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every row of the specification's table of readings: what kubectl sends or where it stops, and
/// what is said about it. The same inputs are held against kubectl's decoder in
/// verification/conformance.
final class KubectlTableTest {
  private static final String SENT =
      "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"payments\"}}";
  private static final String SEPARATOR =
      " a line that starts with \"---\" may otherwise hold only a comment, so kubectl refuses the"
          + " rest of it";

  record Row(String name, String text, List<String> sent, List<String> found) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Row row(String name, String text, List<String> sent, String... found) {
    return new Row(name, text, sent, List.of(found));
  }

  private static List<String> sends(String... documents) {
    return List.of(documents);
  }

  static Stream<Row> rows() {
    return Stream.of(
            scalars(),
            duplicates(),
            keys(),
            tabs(),
            marks(),
            separators(),
            ends(),
            contents(),
            limits(),
            annotations())
        .flatMap(List::stream);
  }

  private static List<Row> scalars() {
    return List.of(
        row("y Y n N plain", "a: [y, Y, n, N]\n", sends("{\"a\":[true,true,false,false]}")),
        row(
            "keys on: and y: become true",
            "on: push\n---\ny: 1\n",
            sends("{\"true\":\"push\"}", "{\"true\":1}")),
        row(
            "1:30, 08, 0o10, ._1",
            "a: [1:30, 08, 0o10, ._1]\n",
            sends("{\"a\":[\"1:30\",8,8,\"._1\"]}")),
        row("2024-01-01", "a: 2024-01-01\n", sends("{\"a\":\"2024-01-01\"}")));
  }

  private static List<Row> duplicates() {
    return List.of(
        row(
            "duplicate keys",
            NAMESPACE + "metadata:\n  name: orders\n",
            sends(
                "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"orders\"}}"),
            "yaml-duplicate-key 5:1"),
        row(
            "<< after an own key overrides it",
            NAMESPACE + "x: &x {a: 1}\nw:\n  a: own\n  <<: *x\n",
            sends(SENT.substring(0, SENT.length() - 1) + ",\"x\":{\"a\":1},\"w\":{\"a\":1}}"),
            "yaml-duplicate-key 8:3"),
        row(
            "<< before an own key gives way to it",
            NAMESPACE + "x: &x {a: 1}\nw:\n  <<: *x\n  a: own\n",
            sends(
                SENT.substring(0, SENT.length() - 1) + ",\"x\":{\"a\":1},\"w\":{\"a\":\"own\"}}")),
        row(
            "the last of two << wins",
            NAMESPACE + "x: &x {a: 1}\nz: &z {a: 2}\nw:\n  <<: *x\n  <<: *z\n",
            sends(
                SENT.substring(0, SENT.length() - 1)
                    + ",\"x\":{\"a\":1},\"z\":{\"a\":2},\"w\":{\"a\":2}}"),
            "yaml-duplicate-key 9:3"),
        row(
            "<<: [*a, *b], the first wins",
            "x: &x {a: 1}\nz: &z {a: 2}\nw:\n  <<: [*x, *z]\n",
            sends("{\"x\":{\"a\":1},\"z\":{\"a\":2},\"w\":{\"a\":1}}")),
        row(
            "<<: *aliasOfAList",
            "x: &x {a: 1}\nl: &l [*x]\nw:\n  <<: *l\n",
            sends("4:3 \"<<\" needs a mapping or a list of mappings"),
            "yaml-invalid 4:3"));
  }

  private static List<Row> keys() {
    String collection =
        " a key is a mapping or a list; put a template's {{ }} in quotes, or render it first"
            + " first";
    return List.of(
        row(
            "null key",
            "a: 1\n~: 1\n",
            sends("2:1 a key is null; a key has to be a string, a number or a boolean"),
            "yaml-invalid 2:1"),
        row("list key", "? [a]\n: 1\n", sends("1:3" + collection), "yaml-invalid 1:3"),
        row("map key, a template", "a: {{ x }}\n", sends("1:5" + collection)));
  }

  private static List<Row> tabs() {
    return List.of(
        row(
            "TAB after :",
            NAMESPACE + "a:\tb\n",
            sends(with("\"a\":\"b\"")),
            "yaml-not-portable 5:3"),
        row(
            "TAB after |",
            NAMESPACE + "a: |\t\n  b\n",
            sends(with("\"a\":\"b\\n\"")),
            "yaml-not-portable 5:5"),
        row(
            "mixed TAB and space in flow",
            NAMESPACE + "a: {\n \tb: 1,\n\t c: 2\n  }\n",
            sends(with("\"a\":{\"b\":1,\"c\":2}")),
            "yaml-not-portable 7:1"),
        row(
            "TAB as indentation",
            "a:\n\tb: 1\n",
            sends("2:1 a tab is used where YAML allows only spaces; indent with spaces"),
            "yaml-invalid 2:1"),
        row(
            "TAB on a blank line",
            "a:\n  b: 1\n \t\n  c: 2\n",
            sends("3:2 a tab is used where YAML allows only spaces; indent with spaces"),
            "yaml-invalid 3:2"));
  }

  private static String with(String member) {
    return SENT.substring(0, SENT.length() - 1) + "," + member + "}";
  }

  private static List<Row> marks() {
    return List.of(
        row("BOM at the file's start", "\uFEFF" + NAMESPACE, sends(SENT)),
        row("BOM of a later document", NAMESPACE + "---\n\uFEFF" + NAMESPACE, sends(SENT, SENT)),
        row(
            "CR-only line ends with ---",
            NAMESPACE.replace('\n', '\r') + "---\r" + NAMESPACE.replace('\n', '\r'),
            sends(SENT),
            "yaml-lost-content 5:1"));
  }

  private static List<Row> separators() {
    return List.of(
        row("--- # c", "a: 1\n--- # c\nb: 2\n", sends("{\"a\":1}", "{\"b\":2}")),
        row(
            "--- and trailing blanks or TAB",
            "a: 1\n--- \nb: 2\n---\t\nc: 3\n",
            sends("{\"a\":1}", "{\"b\":2}", "{\"c\":3}")),
        row("--- {a: 1}", "a: 1\n--- {a: 1}\n", sends("2:5" + SEPARATOR), "yaml-invalid 2:5"),
        row("---x", "a: 1\n---x\n", sends("2:4" + SEPARATOR), "yaml-invalid 2:4"),
        row("----", "a: 1\n----\nb: 2\n", sends("2:4" + SEPARATOR), "yaml-invalid 2:4"),
        row("--- |", "a: 1\n--- |\n  text\n", sends("2:5" + SEPARATOR), "yaml-invalid 2:5"));
  }

  private static List<Row> ends() {
    return List.of(
        row(
            "... followed by content",
            "a: 1\n...\nb: 2\nc: 3\n",
            sends("{\"a\":1}"),
            "yaml-lost-content 3:1"),
        row(
            "%YAML before ---",
            "%YAML 1.1\n---\na: 1\n",
            sends("1:1 kubectl cuts the file at \"---\", so a directive has no document"),
            "yaml-invalid 1:1"),
        row(
            "--- at column 0 inside quotes",
            "a: \"x\n---\ny\"\n",
            sends("2:1 found unexpected end of stream while scanning a quoted scalar"),
            "yaml-invalid 2:1"),
        row(
            "comment-only and null documents",
            "# c\n---\n---\nnull\n---\na: 1\n",
            sends("null", "null", "{\"a\":1}")),
        row("an empty file", "", sends()),
        row("a JSON stream {}{}", "{\"a\":1}{\"b\":2}", sends("{\"a\":1}", "{\"b\":2}")),
        row("JSON then ---", "{\"a\":1}\n---\nb: y\n", sends("{\"a\":1}", "{\"b\":true}")));
  }

  private static List<Row> contents() {
    return List.of(
        row(
            "\"\\/\" in double quotes",
            "a: \"x\\/y\"\n",
            sends("1:7 found unknown escape character /(47) while scanning a double-quoted scalar"),
            "yaml-invalid 1:7"),
        row(
            "a surrogate pair in double quotes",
            "a: \"x\\uD83D\\uDE00\"\n",
            sends(
                "1:6 the escape \"\\uD83D\" is half a character; write the character itself, or one"
                    + " \\U escape"),
            "yaml-invalid 1:6"),
        row(
            "control",
            "a: x\u0007\n",
            sends("1:5 the character U+0007 is not allowed in YAML"),
            "yaml-invalid 1:5"),
        row(
            "DEL",
            "é: 😀\u007f\n",
            sends("1:5 the character U+007F is not allowed in YAML"),
            "yaml-invalid 1:5"),
        row(
            "C1",
            "a: 1\nb: x\u0080\n",
            sends("2:5 the character U+0080 is not allowed in YAML"),
            "yaml-invalid 2:5"));
  }

  private static List<Row> limits() {
    return List.of(
        row(
            "depth over 50",
            "[".repeat(60) + "]".repeat(60),
            sends("[".repeat(60) + "]".repeat(60))),
        row(
            "more than 50 collection aliases",
            "x: &x [1]\nl: [" + "*x, ".repeat(60) + "]\n",
            sends("{\"x\":[1],\"l\":[" + "[1],".repeat(59) + "[1]]}")),
        row(
            "recursive anchor",
            "a: &a\n  b: *a\n",
            sends("2:6 the anchor \"a\" contains itself"),
            "yaml-invalid 2:6"),
        row(
            "unknown tags",
            "a: !custom 1\nb: !!python/object:x.Y {c: 1}\n",
            sends("{\"a\":\"1\",\"b\":{\"c\":1}}")));
  }

  private static List<Row> annotations() {
    return List.of(
        row(
            "an annotation's unquoted value keeps its type",
            NAMESPACE + "  annotations: {a: true, b: 1, c: y, d: {deny: alert}}\n",
            sends(
                "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"payments\",\"annotations\":"
                    + "{\"a\":true,\"b\":1,\"c\":true,\"d\":{\"deny\":\"alert\"}}}}")));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theRowHolds(Row row) {
    Manifest manifest = Given.manifest(row.text());
    assertThat(Given.sent(manifest)).isEqualTo(row.sent());
    assertThat(Given.found(manifest)).isEqualTo(row.found());
    PositionsTest.areInside(manifest);
  }

  @Test
  void everyRowWasTried() {
    assertThat(rows()).hasSize(44);
  }

  @Test
  void aTemplateIsClassifiedAndNoError() {
    Manifest manifest = Given.manifest("a: 1\n---\nb:\n  c: {{ .Values.x }}\n");
    assertThat(manifest.findings()).isEmpty();
    assertThat(manifest.notUnderstood()).hasSize(1);
    assertThat(manifest.notUnderstood().getFirst().reason()).isEqualTo("template");
    assertThat(manifest.notUnderstood().getFirst().line()).isEqualTo(4);
  }

  @Test
  void utf16IsRefusedWithAPlainSentence() {
    for (var charset : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
      for (String mark : List.of("\uFEFF", "")) {
        Manifest manifest = Given.manifest((mark + NAMESPACE).getBytes(charset));
        assertThat(manifest.documents()).isEmpty();
        assertThat(manifest.notUnderstood()).hasSize(1);
        assertThat(manifest.notUnderstood().getFirst().reason()).isEqualTo("encoding");
        assertThat(manifest.notUnderstood().getFirst().message())
            .contains("UTF-16")
            .contains("save it as UTF-8");
      }
    }
  }

  @Test
  void invalidUtf8IsRefusedWhereItStands() {
    byte[] bytes = "é: 1\nb: x?y\n".getBytes(StandardCharsets.UTF_8);
    bytes[10] = (byte) 0xFF;
    assertThat(Given.sent(Given.manifest(bytes)))
        .containsExactly("2:5 the bytes here are not UTF-8");
  }

  @Test
  void threeMebibytesAreFine() {
    String line = "  " + "x".repeat(70) + "\n";
    assertThat(Given.sent("a: |\n" + line.repeat(44_000)).getFirst()).hasSizeGreaterThan(3_000_000);
  }

  @Test
  void anAliasBombIsRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
      String alias = "*a" + (i - 1);
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, (alias + ", ").repeat(8) + alias));
    }
    assertThat(Given.refusal(bomb.toString()))
        .endsWith(" the document's aliases stand for too many nodes");
  }
}
