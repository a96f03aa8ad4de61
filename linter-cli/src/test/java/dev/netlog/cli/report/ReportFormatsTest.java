package dev.netlog.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.io.text.Region;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.ResourceId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReportFormatsTest {
  @Test
  void everyFormatIsFoundByItsId() {
    assertThat(ReportFormats.ids()).startsWith("full", "concise", "grouped", "json", "jsonl");
    assertThat(ReportFormats.ids()).doesNotHaveDuplicates();
    for (ReportFormat format : ReportFormats.ALL) {
      assertThat(ReportFormats.of(format.id())).isSameAs(format);
    }
  }

  @Test
  void anUnknownFormatIsAnsweredWithTheNearestOne() {
    assertThat(ReportFormats.of("JSON")).isNull();
  }

  @Test
  void aReportIsUtf8AndTheStreamStaysOpen() throws IOException {
    var stream =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            throw new AssertionError("closed");
          }
        };
    Report report = Samples.report(Samples.bare("r", "größer als 日本", "a.yaml", "«x»"));
    new ConciseFormat().write(report, OutputSettings.PLAIN, stream);
    assertThat(stream.toString(StandardCharsets.UTF_8))
        .startsWith("a.yaml:1:1: error[r] größer als 日本\n");
  }

  @Test
  void thePositionOfAConciseLineIsNeverColoured() {
    Report report = Samples.report(Samples.rich());
    assertThat(Samples.written(new ConciseFormat(), report, Palette.ANSI))
        .startsWith("clusters/eu/ns.yaml:7:16: \u001b[1;31merror[ovn-unknown-severity]\u001b[0m s");
  }

  @Test
  void aFindingInAnEmptyFileHasNoExcerpt() {
    Report report = Samples.report(Samples.bare("r", "empty", "a.yaml", "«»"));
    assertThat(Samples.written(new FullFormat(), report, Palette.PLAIN))
        .startsWith("error[r] empty\n  --> a.yaml:1:1\n   = why     netlog explain r\n");
  }

  @Test
  void aRegionOutsideOfTheFileIsShownAtItsEnd() {
    LocatedFinding at = Samples.bare("r", "late", "a.yaml", "«x»: 1\n");
    LocatedFinding late =
        new LocatedFinding(
            at.rule(),
            at.severity(),
            at.message(),
            null,
            null,
            at.path(),
            at.pointer(),
            null,
            new Region(9, 9, 9, 12),
            at.related(),
            null,
            "f",
            at.source());
    assertThat(Samples.written(new FullFormat(), Samples.report(late), Palette.PLAIN))
        .contains("\n   |\n 1 | x: 1\n 2 |\n   | ^\n");
  }

  @ParameterizedTest
  @CsvSource({
    "'',                                             '',",
    "/metadata/annotations/k8s.ovn.org~1acl-logging, acl-logging › deny, /deny",
    "/metadata/annotations/plain,                    plain,",
    "/metadata/annotations,                          metadata › annotations,",
    "/spec/ingress/0/ports/12,                       spec › ingress[0] › ports[12],",
    "/metadata/labels/a~1b,                          metadata › labels › a/b,",
  })
  void aPointerIsReadAsATrail(String pointer, String trail, String member) {
    assertThat(
            ReportLabels.trail(
                JsonPointer.parse(pointer), member == null ? null : JsonPointer.parse(member)))
        .isEqualTo(trail);
  }

  @Test
  void anObjectWithoutANameSaysSo() {
    assertThat(ReportLabels.subject(new ResourceId("v1", "Pod", "a", "")))
        .isEqualTo("Pod/a/(no name)");
  }
}
