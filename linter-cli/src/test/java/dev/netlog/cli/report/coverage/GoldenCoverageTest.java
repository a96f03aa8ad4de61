package dev.netlog.cli.report.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.cli.report.Palette;
import dev.netlog.cli.report.coverage.format.CoverageJsonFormat;
import dev.netlog.cli.report.coverage.format.JunitFormat;
import dev.netlog.cli.report.coverage.format.MarkdownFormat;
import dev.netlog.cli.report.coverage.format.TextFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The worked examples in every format, as files to read. `-Dgolden.update=true` rewrites them.
final class GoldenCoverageTest {
  private static final Path FOLDER = Path.of("src/test/resources/report/coverage");
  private static final List<CoverageFormat> FORMATS =
      List.of(new TextFormat(), new CoverageJsonFormat(), new MarkdownFormat(), new JunitFormat());

  @TestFactory
  List<DynamicTest> aReportLooksLikeItsFile() {
    List<DynamicTest> tests = new ArrayList<>();
    new TreeMap<>(Examples.reports())
        .forEach(
            (name, report) -> {
              for (CoverageFormat format : FORMATS) {
                String file = name + "." + format.id();
                tests.add(
                    DynamicTest.dynamicTest(
                        file, () -> same(file, Reports.written(format, report))));
              }
            });
    assertThat(tests).hasSize(14 * FORMATS.size());
    return tests;
  }

  @Test
  void aColouredReportLooksLikeItsFile() throws IOException {
    String text = Reports.written(new TextFormat(), Examples.report("a-lost"), Palette.ANSI);
    same("a-lost.coloured", text.replace("\u001b", "ESC"));
  }

  private static void same(String name, String text) throws IOException {
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("golden.update") && System.getenv("CI") == null) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, text);
    }
    assertThat(file).as("written by -Dgolden.update=true").exists();
    assertThat(text).isEqualTo(Files.readString(file));
  }
}
