package dev.netlog.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.io.files.NotUnderstood;
import dev.netlog.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SummaryTextTest {
  private static final Map<Severity, Integer> NONE =
      Map.of(Severity.ERROR, 0, Severity.WARNING, 0, Severity.INFO, 0);

  private static String written(Summary summary) {
    return Samples.written(
        new ConciseFormat(), new Report("0.1.0", List.of(), summary), Palette.PLAIN);
  }

  private static NotUnderstood entry(String path, int line, String reason) {
    return new NotUnderstood(path, line, reason, "say why");
  }

  private static final List<String> ALL = List.of("gke", "ovn");

  @ParameterizedTest
  @CsvSource({"0, 0", "999, 999", "1000, 1 000", "1204, 1 204", "1234567, 1 234 567"})
  void digitsStandInGroupsOfThree(long number, String text) {
    assertThat(SummaryText.grouped(number)).isEqualTo(text);
  }

  @Test
  void nothingFoundIsSaid() {
    assertThat(written(new Summary(1, 1, 1, 0, 0, List.of("gke"), NONE, 0, 0, List.of())))
        .isEqualTo("found nothing\nlooked at 1 file, 1 object (0 relevant)\n");
  }

  @Test
  void everythingLeftOutIsCounted() {
    Map<Severity, Integer> found = Map.of(Severity.ERROR, 1, Severity.INFO, 2000);
    assertThat(written(new Summary(2, 3, 4, 5, 6, List.of("gke"), found, 7, 8, List.of())))
        .isEqualTo(
            """
            found 1 error, 2 000 infos; 7 suppressed; 8 accepted by the baseline
            looked at 2 files, 4 objects (5 relevant); 6 paths ignored
            """);
  }

  @Test
  void withoutAPlatformTheSummarySaysWhatToPass() {
    assertThat(
            written(new Summary(1, 1, 1, 0, 0, List.of(), NONE, 0, 0, List.of(), List.of(), ALL)))
        .contains("no platform is in use")
        .contains("--platform gke or --platform ovn\nlooked at ");
  }

  @Test
  void whatWasNotUnderstoodIsListedAndCountedByReason() {
    List<NotUnderstood> entries =
        List.of(
            entry("a.yaml", 3, "template"),
            entry("b.yaml", 1, "template"),
            entry("c.yaml", 1, "too-large"),
            entry("d.yaml", 1, "unreadable"));
    assertThat(written(new Summary(9, 1, 1, 0, 0, List.of("ovn"), NONE, 0, 0, entries)))
        .isEqualTo(
            """
            not understood: a.yaml:3 template: say why
            not understood: b.yaml:1 template: say why
            not understood: c.yaml:1 too-large: say why
            not understood: d.yaml:1 unreadable: say why
            found nothing
            looked at 9 files, 1 object (0 relevant); 4 files not understood: 2 templates, \
            1 too large, 1 unreadable  [--strict fails on these]
            """);
  }

  @Test
  void placesInOneFileAreToldFromFiles() {
    List<NotUnderstood> entries =
        List.of(entry("a.yaml", 3, "template"), entry("a.yaml", 9, "template"));
    assertThat(written(new Summary(9, 1, 1, 0, 0, List.of("ovn"), NONE, 0, 0, entries)))
        .contains("; 2 places in 1 file not understood: 2 templates  [");
  }

  @Test
  void aLongListIsFolded() {
    List<NotUnderstood> entries = new ArrayList<>();
    for (int i = 10; i < 57; i++) {
      entries.add(entry("f" + i, 1, "template"));
    }
    assertThat(written(new Summary(99, 1, 1, 0, 0, List.of("ovn"), NONE, 0, 0, entries)))
        .contains("f19:1")
        .doesNotContain("f20:1")
        .contains("\n… and 37 more (--format json lists them)\n")
        .contains("47 files not understood: 47 templates");
  }
}
