package dev.netlog.io.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.io.yaml.syntax.JsonReader;
import dev.netlog.io.yaml.syntax.Node;
import dev.netlog.io.yaml.syntax.RefusedDocumentException;
import dev.netlog.model.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScalarsTest {
  /// `[spelling, value, key]`, recorded from kubectl's decoder (`kubectl-view` in
  /// verification/conformance). `{}` stands for a refusal; the key is left out where the spelling
  /// makes no key.
  private static final String TABLE = "/yaml/scalars.jsonl";

  record Row(String spelling, Node value, Node key) {
    @Override
    public String toString() {
      return spelling;
    }
  }

  static Stream<Row> asValues() throws IOException, RefusedDocumentException {
    return rows(2).stream();
  }

  static Stream<Row> asKeys() throws IOException, RefusedDocumentException {
    return rows(3).stream();
  }

  private static List<Row> rows(int cells) throws IOException, RefusedDocumentException {
    String table;
    try (InputStream in = ScalarsTest.class.getResourceAsStream(TABLE)) {
      table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    List<Row> rows = new ArrayList<>();
    JsonReader reader = new JsonReader(table, 0);
    while (reader.hasMore()) {
      List<Node> items = ((Node.Sequence) reader.next()).items();
      if (items.size() >= cells) {
        Node.Scalar spelling = (Node.Scalar) items.getFirst();
        rows.add(new Row(spelling.value(), items.get(1), items.getLast()));
      }
    }
    return rows;
  }

  @Test
  void theTableIsWhole() throws IOException, RefusedDocumentException {
    assertThat(rows(2)).hasSize(383);
    assertThat(rows(3)).hasSize(372);
  }

  @ParameterizedTest
  @MethodSource("asValues")
  void aValueIsReadAsKubectlReadsIt(Row row) throws RefusedDocumentException {
    Manifest manifest = Given.manifest("v: " + row.spelling() + "\n");
    if (row.value() instanceof Node.Mapping) {
      assertThat(manifest.documents().getFirst().failure()).isNotNull();
      return;
    }
    assertThat(manifest.documents().getFirst().failure()).isNull();
    Value.Mapping sent = (Value.Mapping) manifest.documents().getFirst().value();
    assertThat(sent.get("v")).isEqualTo(ValueBuilder.build(row.value()));
  }

  @ParameterizedTest
  @MethodSource("asKeys")
  void aKeyIsReadAsKubectlReadsIt(Row row) {
    Manifest manifest = Given.manifest(row.spelling() + ": v\n");
    if (row.key() instanceof Node.Mapping) {
      assertThat(manifest.documents().getFirst().failure()).isNotNull();
      return;
    }
    String name = ((Node.Scalar) row.key()).value();
    assertThat(manifest.documents().getFirst().failure()).isNull();
    Value.Mapping sent = (Value.Mapping) manifest.documents().getFirst().value();
    assertThat(sent.members()).containsOnlyKeys(name);
  }

  /// The rows that the specification names, readable without the table.
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "y, true, true",
        "N, false, false",
        "on, true, true",
        "Off, false, false",
        "yEs, `\"yEs\"`, yEs",
        "1:30, `\"1:30\"`, 1:30",
        "12:30:45, `\"12:30:45\"`, 12:30:45",
        "08, 8, 8",
        "010, 8, 8",
        "0o10, 8, 8",
        "0x1F, 31, 31",
        "0b11, 3, 3",
        "0b-11, -3, -3",
        "1_000, 1000, 1000",
        "._1, `\"._1\"`, ._1",
        ".1_0, 0.1, 0.1",
        "-._1, -0.1, -0.1",
        "1e3, 1000, 1000",
        "1e-7, 1e-7, 1e-07",
        "1e21, 1e+21, 1e+21",
        "1000000.0, 1000000, 1e+06",
        "2024-01-01, `\"2024-01-01\"`, 2024-01-01",
        "2024-01-01T10:00:00Z, `\"2024-01-01T10:00:00Z\"`, 2024-01-01T10:00:00Z",
        "9223372036854775807, 9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808, -9223372036854775808",
        "18446744073709551616, 18446744073709552000, 1.8446744e+19",
        "!!str 1, `\"1\"`, 1",
        "!!int '7', 7, 7",
        "!!float 1, 1, 1",
        "!!binary aGk=, `\"hi\"`, hi",
        "!custom 1, `\"1\"`, 1",
        "'y', `\"y\"`, y",
      })
  void theRowsOfTheSpecificationHold(String spelling, String value, String key) {
    assertThat(Given.sent("v: " + spelling)).containsExactly("{\"v\":" + value + "}");
    assertThat(Given.sent(spelling + ": v")).containsExactly("{\"" + key + "\":\"v\"}");
  }

  @Test
  void anIntegerBeyondInt64IsAValueButNoKey() {
    assertThat(Given.sent("v: 18446744073709551615"))
        .containsExactly("{\"v\":18446744073709551615}");
    assertThat(Given.refusal("18446744073709551615: v"))
        .isEqualTo("1:1 the key 18446744073709551615 is too large a number; quote it");
  }

  @ParameterizedTest
  @ValueSource(strings = {".inf", "-.inf", "+.INF", ".nan", ".NaN"})
  void numbersThatJsonLacksAreRefusedAsValuesAndTakenAsKeys(String spelling) {
    assertThat(Given.refusal("a: 1\nv: " + spelling))
        .isEqualTo("2:4 \"" + spelling + "\" is a number that JSON cannot express");
    assertThat(Given.manifest(spelling + ": 1").documents().getFirst().failure()).isNull();
  }

  @Test
  void whatATagDoesNotFitIsRefusedAtTheText() {
    assertThat(Given.refusal("a:\n  b: !!int x")).isEqualTo("2:12 \"x\" is no !!int");
    assertThat(Given.refusal("a: !!binary '!'"))
        .isEqualTo("1:13 the value tagged !!binary is not base64");
  }

  @Test
  void aKeyThatIsNullIsRefused() {
    assertThat(Given.refusal("a: 1\n~: 2"))
        .isEqualTo("2:1 a key is null; a key has to be a string, a number or a boolean");
  }

  @Test
  void jsonWordsAndNumbersKeepTheirSpelling() {
    assertThat(Given.sent("{\"a\": 1.10, \"b\": 08e1}\n").getFirst()).doesNotContain("1.10");
    assertThat(Given.sent("{\"a\": 1.10, \"b\": true, \"c\": null, \"y\": \"y\"}"))
        .containsExactly("{\"a\":1.10,\"b\":true,\"c\":null,\"y\":\"y\"}");
  }
}
