package dev.netlog.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.json.JsonError.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonParserTest {
  /// Writes down what it is told.
  private static final class Notes implements JsonHandler {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void open(JsonType type, int start) {
      lines.add("open " + type + " " + start);
    }

    @Override
    public void key(int start, int end, String text) {
      lines.add("key " + start + "-" + end + " " + text);
    }

    @Override
    public void scalar(JsonType type, int start, int end, String text) {
      lines.add(type + " " + start + "-" + end + " " + text);
    }

    @Override
    public void close(JsonType type, int start, int end) {
      lines.add("close " + type + " " + start + "-" + end);
    }
  }

  private static @Nullable JsonError error(String text) {
    return new JsonParser(text, 0, new Notes()).next();
  }

  @Test
  void eachPartIsReportedWithItsPlace() {
    Notes notes = new Notes();
    JsonParser parser = new JsonParser("{\"a\\n\": [-1.5e3, null], \"b\":{}} true", 0, notes);
    assertThat(parser.next()).isNull();
    assertThat(parser.hasMore()).isTrue();
    assertThat(parser.next()).isNull();
    assertThat(parser.hasMore()).isFalse();
    assertThat(notes.lines)
        .containsExactly(
            "open OBJECT 0",
            "key 1-6 a\n",
            "open ARRAY 8",
            "NUMBER 9-15 ",
            "NULL 17-21 ",
            "close ARRAY 8-22",
            "key 24-27 b",
            "open OBJECT 28",
            "close OBJECT 28-30",
            "close OBJECT 0-31",
            "BOOLEAN 32-36 ");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "``, VALUE, 0, 0",
        "x, VALUE, 0, 0",
        "[, FIRST_ITEM, 1, 1",
        "[1 2, NEXT_ITEM, 3, 3",
        "`[1,]`, VALUE, 3, 3",
        "{1, FIRST_KEY, 1, 1",
        "`{\"a\":1,}`, NEXT_KEY, 7, 7",
        "`{\"a\" 1`, COLON, 5, 5",
        "`{\"a\":1 \"b\"`, NEXT_MEMBER, 7, 7",
        "-, DIGIT, 1, 1",
        "1.e, DIGIT, 2, 2",
        "1e+, DIGIT, 3, 3",
        "tru, VALUE, 0, 0",
        "`\"a\tb\"`, CONTROL_CHARACTER, 2, 0",
        "`\"a\\x\"`, ESCAPE, 2, 0",
        "`\"a\\u12\"`, ESCAPE, 2, 0",
        "`\"a`, UNCLOSED_STRING, 2, 0",
      })
  void aProblemIsReportedWhereItStands(String text, Problem problem, int at, int start) {
    assertThat(error(text)).isEqualTo(new JsonError(problem, at, start));
  }

  @Test
  void halfASurrogatePairIsReplaced() {
    assertThat(JsonString.read("\"\\ud83d\\ude00 \\ud83d \\ude00 \ud83d\"", 0).decoded())
        .isEqualTo("😀 \uFFFD \uFFFD \uFFFD");
  }

  @Test
  void theDeepestNestingIsThatOfGo() {
    int most = JsonParser.MAX_DEPTH;
    assertThat(error("[".repeat(most) + "]".repeat(most))).isNull();
    assertThat(error("[".repeat(most + 1) + "]".repeat(most + 1)))
        .isEqualTo(new JsonError(Problem.TOO_DEEP, most, most));
  }
}
