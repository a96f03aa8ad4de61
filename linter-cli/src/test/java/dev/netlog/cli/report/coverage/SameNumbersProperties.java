package dev.netlog.cli.report.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.cli.report.coverage.format.JunitFormat;
import dev.netlog.cli.report.coverage.format.MarkdownFormat;
import dev.netlog.cli.report.coverage.format.TextFormat;
import dev.netlog.coverage.Counter;
import dev.netlog.coverage.Ratio;
import dev.netlog.coverage.Tally;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whoever reads one format reads the numbers of all of them, and can count them.
final class SameNumbersProperties {
  @Provide
  Arbitrary<Cluster> clusters() {
    return RandomClusters.clusters();
  }

  @Property(tries = 300)
  void everyFormatTellsTheSameNumbers(@ForAll("clusters") Cluster cluster) {
    CoverageReport report = Reports.of(cluster);
    String text = Reports.written(new TextFormat(), report);
    String markdown = Reports.written(new MarkdownFormat(), report);
    List<String> junit = Reports.written(new JunitFormat(), report).lines().toList();
    for (Counter counter : Counter.values()) {
      Tally tally = cluster.coverage().tally(counter);
      String shown = RatioText.text(tally);
      String row =
          text.lines()
              .filter(line -> line.startsWith("  " + counter.word()))
              .findFirst()
              .orElseThrow();
      assertThat(row.replaceAll(" +", " "))
          .contains(" %d %d %d ".formatted(tally.missed(), tally.unknown(), tally.total()))
          .contains(RatioText.text(tally.low()));
      assertThat(markdown).contains("| %d | %s |".formatted(tally.total(), shown));
      assertThat(junit).contains(counter.word() + " " + shown);
    }
    String governance =
        RatioText.text(Ratio.of(cluster.coverage().governed(), cluster.coverage().governable()));
    assertThat(text).contains("  governance  " + governance + " (");
    assertThat(markdown).contains("a policy governs: " + governance + "\n");
  }

  @Property(tries = 300)
  void thePointsOfTheTextCanBeCounted(@ForAll("clusters") Cluster cluster) {
    String section = "";
    long missed = 0;
    long unknown = 0;
    long covered = 0;
    for (String line : Reports.written(new TextFormat(), Reports.of(cluster)).lines().toList()) {
      if (!line.isEmpty() && !line.startsWith(" ")) {
        section = line.substring(0, Math.max(0, line.indexOf(':')));
      }
      int of = line.indexOf(" of ");
      int listed = of < 0 ? 0 : line.substring(of).split(",", -1).length;
      boolean lists = line.matches("        of .*|      \\S.*   of .*");
      missed += lists && section.equals("missed") ? listed : 0;
      unknown += lists && section.equals("unknown") ? listed : 0;
      covered += lists && section.equals("covered") ? listed : 0;
    }
    Tally tally = cluster.coverage().tally(Counter.VERDICT);
    assertThat(List.of(covered, missed, unknown))
        .containsExactly(tally.covered(), tally.missed(), tally.unknown());
  }
}
