package dev.netlog.webhook.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the table of `examples/reviews/README.md` to what the server says.
class ExampleReviewsTest {
  private static final Path FOLDER = Path.of("..", "examples", "reviews");
  private static final Pattern ROW =
      Pattern.compile(
          "^\\| `([a-z-]+\\.json)` \\| `/(validate|mutate)` \\| (refused|admitted|patched)",
          Pattern.MULTILINE);

  private final AdmissionHandler handler = Given.injecting(Given.EVERYTHING);

  @Test
  void eachReviewIsAnsweredAsItsRowSays() throws IOException, BadReviewException {
    TreeSet<String> seen = new TreeSet<>();
    Matcher row = ROW.matcher(Files.readString(FOLDER.resolve("README.md")));
    while (row.find()) {
      seen.add(row.group(1));
      byte[] body = Files.readAllBytes(FOLDER.resolve(row.group(1)));
      Outcome outcome =
          Protocol.checked(
              row.group(2),
              row.group(2).equals("mutate") ? handler.mutate(body) : handler.validate(body));
      assertThat(word(outcome)).as(row.group(1)).isEqualTo(row.group(3));
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> names =
          files
              .map(file -> file.getFileName() + "")
              .filter(name -> name.endsWith(".json"))
              .sorted()
              .toList();
      assertThat(seen).containsExactlyElementsOf(names).hasSizeGreaterThan(3);
    }
  }

  private static String word(Outcome outcome) {
    return switch (outcome.decision()) {
      case DENIED -> "refused";
      case PATCHED -> "patched";
      case WARNED, ALLOWED -> "admitted";
      case OBSERVED, SKIPPED, MALFORMED, FAILED -> outcome.decision().word();
    };
  }
}
