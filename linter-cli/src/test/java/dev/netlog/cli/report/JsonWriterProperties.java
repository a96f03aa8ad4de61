package dev.netlog.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.io.json.JsonWriter;
import java.io.IOException;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class JsonWriterProperties {
  @Provide
  Arbitrary<String> texts() {
    return Hostile.texts();
  }

  @Property
  void aStringCanBeReadBack(@ForAll("texts") String text) throws IOException {
    StringBuilder out = new StringBuilder();
    new JsonWriter(out, JsonWriter.Layout.COMPACT).text(text);
    assertThat(read(out.toString())).isEqualTo(text);
  }

  private static String read(String json) {
    assertThat(json).startsWith("\"").endsWith("\"").hasSizeGreaterThan(1);
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < json.length() - 1; i++) {
      char c = json.charAt(i);
      assertThat(c).as("a quote ends the string").isNotEqualTo('"');
      if (c != '\\') {
        text.append(c);
        continue;
      }
      char kind = json.charAt(++i);
      int escape = "\"\\/bfnrt".indexOf(kind);
      if (escape >= 0) {
        text.append("\"\\/\b\f\n\r\t".charAt(escape));
        continue;
      }
      assertThat(kind).isEqualTo('u');
      text.append((char) Integer.parseInt(json.substring(i + 1, i + 5), 16));
      i += 4;
    }
    return text.toString();
  }
}
