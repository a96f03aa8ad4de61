package dev.netlog.io.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.io.yaml.syntax.Failure;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Whatever the bytes, every position lies inside the file.
final class PositionsTest {
  private static final String[] PIECES = {
    "a: ",
    "- ",
    "b",
    "\n",
    "\n  ",
    "\r",
    "\r\n",
    "\t",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "'",
    "|\n",
    ">-\n",
    "&x ",
    "*x",
    "<<: ",
    "!!int ",
    "---\n",
    "---",
    "...\n",
    "# c",
    "{{",
    "\\u",
    "\\uD83D",
    "😀",
    "é",
    "\u0085",
    "\u2028",
    "\uFEFF",
    "\u0007",
    "? ",
    "%YAML 1.1\n",
    "~",
    "1"
  };

  static void areInside(Manifest manifest) {
    int length = manifest.text().length();
    for (YamlFinding finding : manifest.findings()) {
      isInside(finding.start(), finding.end(), length);
      for (YamlFinding.Mention mention : finding.related()) {
        isInside(mention.start(), mention.end(), length);
      }
    }
    for (Document document : manifest.documents()) {
      assertThat(document.start()).isBetween(0, length);
      Failure failure = document.failure();
      if (failure != null) {
        isInside(failure.start(), failure.end(), length);
        assertThat(failure.problem()).isNotBlank().doesNotContain("\n", "\r");
      }
    }
  }

  private static void isInside(int start, int end, int length) {
    assertThat(start).isBetween(0, length);
    assertThat(end).isBetween(start, length);
  }

  @Property(tries = 3000)
  void ofFindingsAndFailuresInAnyText(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(random.nextBoolean() ? Given.NAMESPACE : "");
    for (int i = random.nextInt(14); i >= 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    areInside(Given.manifest(text.toString()));
  }

  @Property
  void ofFindingsAndFailuresInAnyBytes(@ForAll byte[] bytes) {
    areInside(Given.manifest(bytes));
    areInside(
        Given.manifest(
            ("a: 1\n" + new String(bytes, StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.UTF_8)));
  }
}
