package dev.netlog.cli.report.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.cli.report.coverage.format.JunitFormat;
import dev.netlog.coverage.Counter;
import dev.netlog.coverage.compare.GateSettings;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

final class JunitFormatTest {
  @Test
  void everyExampleIsValidAndAddsUp() {
    Examples.reports()
        .forEach(
            (name, report) -> {
              var names = JunitSchema.names(Reports.written(new JunitFormat(), report));
              assertThat(names).as(name).isNotEmpty();
            });
    assertThat(JunitSchema.names(Reports.written(new JunitFormat(), Reports.of()))).isEmpty();
    CoverageReport refusing = Reports.refusing("broken.yaml", "]]>");
    assertThat(JunitSchema.names(Reports.written(new JunitFormat(), refusing)))
        .contains("broken.yaml:1:1");
  }

  @Test
  void aNamespaceFailsByWhatItMisses() {
    assertThat(failures(Examples.report("a"))).isEqualTo(1);
    assertThat(failures(Examples.report("d-all"))).isZero();
  }

  @Test
  void whatIsUnknownIsSkipped() {
    Document document = document(Examples.report("d"));
    assertThat(failures(Examples.report("d"))).isZero();
    assertThat(document.getElementsByTagName("skipped").getLength()).isEqualTo(1);
  }

  @Test
  void withABaseANamespaceFailsByWhatItLost() {
    assertThat(failures(Examples.report("a-lost"))).isEqualTo(3 + 1);
    assertThat(failures(Examples.report("a-same"))).isZero();
    assertThat(failures(Examples.report("a-gained"))).isZero();
  }

  @Test
  void noTestIsStricterThanTheGates() {
    assertThat(failures(Examples.report("two-targets"))).isZero();
    GateSettings low = minimum(Map.of(Counter.VERDICT, BigDecimal.valueOf(60)));
    assertThat(failures(Reports.of(Reports.target("x", Cluster.gke(Examples.A), low)))).isZero();
    GateSettings high = minimum(Map.of(Counter.VERDICT, BigDecimal.valueOf(70)));
    assertThat(failures(Reports.of(Reports.target("x", Cluster.gke(Examples.A), high))))
        .isEqualTo(1 + 1);
  }

  @Test
  void gatesOfOneNameAreToldApart() {
    Map<Counter, BigDecimal> minimum = new LinkedHashMap<>();
    minimum.put(Counter.ALLOW, BigDecimal.ONE);
    minimum.put(Counter.DENY, BigDecimal.ONE);
    CoverageReport report =
        Reports.of(Reports.target("x", Cluster.gke(Examples.A), minimum(minimum)));
    assertThat(JunitSchema.names(Reports.written(new JunitFormat(), report)))
        .containsExactly("minimum", "minimum (2)", "edge");
  }

  private static GateSettings minimum(Map<Counter, BigDecimal> minimum) {
    return new GateSettings(
        BigDecimal.ZERO, BigDecimal.ZERO, 0, false, minimum, null, false, false);
  }

  private static Document document(CoverageReport report) {
    return JunitSchema.validated(Reports.written(new JunitFormat(), report));
  }

  private static int failures(CoverageReport report) {
    return document(report).getElementsByTagName("failure").getLength();
  }
}
