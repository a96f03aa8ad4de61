package dev.netlog.io.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.io.yaml.syntax.RefusedDocumentException;
import dev.netlog.model.Value;
import org.junit.jupiter.api.Test;

final class ValueBuilderTest {
  private static String built(String text) throws RefusedDocumentException {
    return Given.json(ValueBuilder.build(Given.root(text)));
  }

  @Test
  void membersKeepTheOrderInWhichTheyFirstStand() throws RefusedDocumentException {
    assertThat(built("b: 1\na: 2\nb: 3\n")).isEqualTo("{\"b\":3,\"a\":2}");
  }

  @Test
  void theLastOfEqualKeysCountsAndIsNotJoined() throws RefusedDocumentException {
    assertThat(built("a: {b: 1, c: 2}\na: {d: 3}\n")).isEqualTo("{\"a\":{\"d\":3}}");
  }

  @Test
  void mergesCountInDocumentOrder() throws RefusedDocumentException {
    assertThat(built("{a: 1, <<: {a: 2, b: 3}, b: 4}")).isEqualTo("{\"a\":2,\"b\":4}");
    assertThat(built("{<<: [{a: 1, b: 1}, {a: 2, c: 2}], c: 3}"))
        .isEqualTo("{\"a\":1,\"c\":3,\"b\":1}");
    assertThat(built("{<<: {a: 1}, <<: {a: 2}}")).isEqualTo("{\"a\":2}");
    assertThat(built("{<<: {<<: {a: 1}, b: 2}}")).isEqualTo("{\"a\":1,\"b\":2}");
  }

  @Test
  void aQuotedMergeKeyIsAKey() throws RefusedDocumentException {
    assertThat(built("{'<<': {a: 1}}")).isEqualTo("{\"<<\":{\"a\":1}}");
  }

  @Test
  void anEmptyMergeListBringsNothing() throws RefusedDocumentException {
    assertThat(built("{<<: [], a: 1}")).isEqualTo("{\"a\":1}");
  }

  @Test
  void aliasesOfScalarsAreKeysAndValues() throws RefusedDocumentException {
    assertThat(built("a: &x 0x10\n*x : *x\n")).isEqualTo("{\"a\":16,\"16\":16}");
  }

  @Test
  void whatAnAnchorStandsForIsBuiltOnce() throws RefusedDocumentException {
    Value.Mapping value =
        (Value.Mapping) ValueBuilder.build(Given.root("a: &x {b: [1]}\nc: *x\nd: *x\n"));
    assertThat(value.get("c")).isSameAs(value.get("d")).isEqualTo(value.get("a"));
  }

  @Test
  void emptyValuesAreNull() throws RefusedDocumentException {
    assertThat(built("a:\nb: ~\nc: [ , ]\n".replace("[ , ]", "[~]")))
        .isEqualTo("{\"a\":null,\"b\":null,\"c\":[null]}");
  }
}
