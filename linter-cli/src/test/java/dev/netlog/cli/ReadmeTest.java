package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.cli.report.OutputSettings;
import dev.netlog.cli.report.ReportFormats;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Holds `README.md` to what the program does.
final class ReadmeTest {
  /// A code block between the two comments that mark an excerpt.
  private static final Pattern EXCERPT =
      Pattern.compile(
          "<!-- excerpt: netlog lint examples -->\\s+```text\\n(.*?)```\\s+<!-- end of excerpt -->",
          Pattern.DOTALL);

  private static final int LINES_OF_A_SCREEN = 120;

  private final String readme = Files.readString(ExampleRun.ROOT.resolve("README.md"));

  ReadmeTest() throws IOException {}

  @Test
  void theExcerptStandsWordForWordInTheReportOnTheExamples() throws IOException {
    List<String> excerpts =
        EXCERPT.matcher(readme).results().map(match -> match.group(1).strip()).toList();
    assertThat(excerpts).as("excerpts in README.md").hasSize(1);
    assertThat(report()).contains(excerpts);
  }

  @Test
  void everyFileThatItLinksToIsThere() {
    Matcher link = Pattern.compile("]\\(([^):#]+)[^)]*\\)").matcher(readme);
    int links = 0;
    while (link.find()) {
      assertThat(ExampleRun.ROOT.resolve(link.group(1))).exists();
      links++;
    }
    assertThat(links).as("links in README.md").isGreaterThanOrEqualTo(5);
  }

  @Test
  void itFitsOnAScreen() {
    assertThat(readme.lines()).hasSizeLessThanOrEqualTo(LINES_OF_A_SCREEN);
  }

  private static String report() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReportFormats.DEFAULT.write(ExampleRun.result().report(), OutputSettings.PLAIN, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
