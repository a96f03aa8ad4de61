package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.input.Progress;
import dev.netlog.cli.lint.LintRequest;
import dev.netlog.cli.lint.LintService;
import dev.netlog.cli.report.LocatedFinding;
import dev.netlog.cli.report.Report;
import dev.netlog.io.files.FileBytes;
import dev.netlog.io.text.Region;
import dev.netlog.io.text.SourceText;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Lints a folder of real manifests: `mvn verify -Pcorpus -Dcorpus=DIR`.
@Tag("corpus")
final class CorpusLintTest {
  private static final int LIMIT = 10 * 1024 * 1024;

  private static Path corpus() {
    String given = System.getProperty("corpus");
    assertThat(given).as("pass the folder of manifests as -Dcorpus=DIR").isNotNull();
    assertThat(Path.of(given)).isAbsolute().isDirectory();
    return Path.of(given);
  }

  @Test
  void theReportIsTheSameWhateverTheJobs() {
    Run one = Run.in(corpus(), "lint", "--jobs", "1", "--format", "json", "--platform", "gke,ovn");
    Run four = Run.in(corpus(), "lint", "--jobs", "4", "--format", "json", "--platform", "gke,ovn");
    assertThat(one.code()).isIn(0, 1);
    assertThat(one.err()).isEmpty();
    assertThat(one.out()).contains("\"summary\"").doesNotContain("\"files\": 0");
    assertThat(four).isEqualTo(one);
  }

  @Test
  void everyFindingIsInsideItsFile() {
    Report report =
        new LintService(RuleCatalog.standard())
            .lint(
                new LintRequest(
                    corpus(),
                    List.of("."),
                    Set.of("gke", "ovn"),
                    true,
                    2,
                    new FileBytes(LIMIT, InputStream.nullInputStream()),
                    Progress.NONE))
            .report();
    int places = 0;
    for (LocatedFinding finding : report.findings()) {
      isInside(finding.region(), finding.source(), finding.path() + " " + finding.message());
      finding
          .related()
          .forEach(r -> isInside(r.region(), r.source(), r.path() + " " + r.message()));
      places += 1 + finding.related().size();
    }
    System.out.printf("%d files, %d places%n", report.summary().files(), places);
    assertThat(report.summary().files()).isPositive();
    assertThat(places).isPositive();
  }

  private static void isInside(Region region, SourceText source, String what) {
    assertThat(source.text()).as(what).isNotEmpty();
    assertThat(region.startLine()).as(what).isBetween(1, region.endLine());
    assertThat(region.endLine()).as(what).isLessThanOrEqualTo(source.lineCount());
    column(region.startColumn(), source.line(region.startLine()), what);
    column(region.endColumn(), source.line(region.endLine()), what);
    boolean forwards =
        region.startLine() < region.endLine() || region.startColumn() <= region.endColumn();
    assertThat(forwards).as(what).isTrue();
  }

  private static void column(int column, String line, String what) {
    assertThat(column).as(what).isBetween(1, line.codePointCount(0, line.length()) + 2);
  }
}
