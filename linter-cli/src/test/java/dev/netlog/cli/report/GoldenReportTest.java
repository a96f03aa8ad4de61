package dev.netlog.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One report in every format, as files to read. `-Dgolden.update=true` rewrites them.
final class GoldenReportTest {
  private static final Path FOLDER = Path.of("src/test/resources/report");

  @ParameterizedTest
  @MethodSource("formats")
  void aReportLooksLikeItsFile(ReportFormat format) throws IOException {
    String text = Samples.written(format, Samples.everything(), Palette.PLAIN);
    same("everything." + format.id(), text);
  }

  @Test
  void aColouredReportLooksLikeItsFile() throws IOException {
    String text = Samples.written(new FullFormat(), Samples.everything(), Palette.ANSI);
    same("everything.coloured", text.replace("\u001b", "ESC"));
  }

  static List<ReportFormat> formats() {
    return ReportFormats.ALL;
  }

  private static void same(String name, String text) throws IOException {
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("golden.update") && System.getenv("CI") == null) {
      Files.writeString(file, text);
    }
    assertThat(file).as("written by -Dgolden.update=true").exists();
    assertThat(text).isEqualTo(Files.readString(file));
  }
}
