package dev.netlog.io.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.model.Value;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonWriterTest {
  private static final int DEEP = 10_000;

  private final StringBuilder out = new StringBuilder();

  private static Value sample() {
    Map<String, Value> members = new LinkedHashMap<>();
    members.put("a", new Value.Sequence(List.of(new Value.Numeral("1e+21"), Value.Null.NULL)));
    members.put("b", Value.Mapping.EMPTY);
    members.put("c", new Value.Sequence(List.of()));
    members.put("d", new Value.Mapping(Map.of("e", new Value.Bool(true))));
    return new Value.Mapping(members);
  }

  @Test
  void aCompactValueIsOnOneLine() throws IOException {
    new JsonWriter(out, JsonWriter.Layout.COMPACT).value(sample());
    assertThat(out).hasToString("{\"a\":[1e+21,null],\"b\":{},\"c\":[],\"d\":{\"e\":true}}");
  }

  @Test
  void aPrettyValueIsIndentedByTwo() throws IOException {
    new JsonWriter(out, JsonWriter.Layout.PRETTY).value(sample());
    assertThat(out)
        .hasToString(
            """
            {
              "a": [
                1e+21,
                null
              ],
              "b": {},
              "c": [],
              "d": {
                "e": true
              }
            }\
            """);
  }

  @Test
  void membersAndItemsAreSeparatedAfterNestedOnes() throws IOException {
    JsonWriter json = new JsonWriter(out, JsonWriter.Layout.COMPACT);
    json.beginArray().beginObject().member("a", 1).member("b", (String) null).endObject();
    json.text("x").beginArray().endArray().number(-2).endArray();
    assertThat(out).hasToString("[{\"a\":1,\"b\":null},\"x\",[],-2]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"COMPACT", "PRETTY"})
  void aVeryDeepValueIsWritten(JsonWriter.Layout layout) throws IOException {
    Value value = new Value.Text("x");
    for (int i = 0; i < DEEP; i++) {
      value =
          i % 2 == 0 ? new Value.Sequence(List.of(value)) : new Value.Mapping(Map.of("a", value));
    }
    new JsonWriter(out, layout).value(value);
    assertThat(out.chars().filter(c -> c == ']' || c == '}')).hasSize(DEEP);
    assertThat(out.length()).isLessThan(300 * DEEP);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "22, \\\"",
        "5c, \\\\",
        "a, \\n",
        "d, \\r",
        "9, \\t",
        "8, \\b",
        "c, \\f",
        "0, \\u0000",
        "1b, \\u001b",
        "7f, \\u007f",
        "85, \\u0085",
        "9b, \\u009b",
        "61c, \\u061c",
        "200e, \\u200e",
        "200f, \\u200f",
        "2028, \\u2028",
        "2029, \\u2029",
        "202a, \\u202a",
        "202e, \\u202e",
        "2066, \\u2066",
        "2069, \\u2069",
        "d800, \\ud800",
        "dfff, \\udfff",
        "a0, \\u00a0",
        "200b, \\u200b",
        "200d, \\u200d",
        "2060, \\u2060",
        "3164, \\u3164",
        "e000, \\ue000",
        "feff, \\ufeff",
        "e0001, \\udb40\\udc01",
        "e0041, \\udb40\\udc41",
        "e007f, \\udb40\\udc7f"
      })
  void whatIsObeyedOrUnseenIsEscaped(String point, String escape) throws IOException {
    String text = "a" + Character.toString(Integer.parseInt(point, 16)) + "b";
    new JsonWriter(out, JsonWriter.Layout.COMPACT).text(text);
    assertThat(out).hasToString("\"a" + escape + "b\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"é", "日本", "🚀", "\u3000", "❤\ufe0f", "# ## #[", "::error::"})
  void everythingElseIsWrittenAsItIs(String text) throws IOException {
    new JsonWriter(out, JsonWriter.Layout.COMPACT).text(text);
    assertThat(out).hasToString('"' + text + '"');
  }

  @Test
  void theOldWorkflowCommandIsBroken() throws IOException {
    JsonWriter json = new JsonWriter(out, JsonWriter.Layout.COMPACT);
    json.beginObject().member("##[a", "###[b").endObject();
    assertThat(out).hasToString("{\"\\u0023#[a\":\"#\\u0023#[b\"}");
  }

  @Test
  void whatStandsOnOneLineIsFollowedByLinesAgain() throws IOException {
    StringBuilder out = new StringBuilder();
    JsonWriter json = new JsonWriter(out, JsonWriter.Layout.PRETTY);
    json.beginObject().name("a").beginArray();
    json.onOneLine().beginObject().member("b", 1).name("c").beginArray().text("d").text("e");
    json.endArray().name("f").beginObject().endObject().endObject();
    json.onOneLine().beginArray().endArray();
    json.beginArray().number(2).endArray();
    json.endArray().name("g").onOneLine().beginArray().truth(true).truth(false).endArray();
    json.endObject();
    assertThat(out)
        .hasToString(
            """
            {
              "a": [
                {"b": 1, "c": ["d", "e"], "f": {}},
                [],
                [
                  2
                ]
              ],
              "g": [true, false]
            }\
            """);
  }

  @Test
  void oneLineIsNothingSpecialWhereAllIsOnOne() throws IOException {
    StringBuilder out = new StringBuilder();
    JsonWriter json = new JsonWriter(out, JsonWriter.Layout.COMPACT);
    json.beginArray().onOneLine().beginObject().member("a", 1).member("b", 2).endObject().number(3);
    json.endArray();
    assertThat(out).hasToString("[{\"a\":1,\"b\":2},3]");
  }
}
