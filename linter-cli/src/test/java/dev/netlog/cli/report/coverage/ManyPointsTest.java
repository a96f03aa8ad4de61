package dev.netlog.cli.report.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.cli.report.OutputSettings;
import dev.netlog.cli.report.coverage.format.CoverageJsonFormat;
import dev.netlog.cli.report.coverage.format.JunitFormat;
import dev.netlog.cli.report.coverage.format.MarkdownFormat;
import dev.netlog.cli.report.coverage.format.TextFormat;
import dev.netlog.coverage.Counter;
import dev.netlog.model.Resource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Many points come of few objects: each workload of a namespace has a point of each policy.
final class ManyPointsTest {
  private static final int WORKLOADS = 5_000;
  private static final int POLICIES = 200;
  private static final int POINTS = WORKLOADS * (POLICIES + 1);
  private static final int MEBIBYTE = 1024 * 1024;

  private static CoverageReport report = Reports.of();

  @BeforeAll
  static void evaluate() {
    Objects objects = new Objects("a.yaml");
    List<Resource> resources = new ArrayList<>();
    resources.add(objects.namespace("edge", "false"));
    for (int i = 0; i < WORKLOADS; i++) {
      resources.add(objects.deployment("edge", "w" + i));
    }
    for (int i = 0; i < POLICIES; i++) {
      resources.add(objects.policy("edge", "p" + i, i + 1, i % 2 == 0));
    }
    Cluster cluster = Cluster.of("gke", resources, Map.of("networkLogging", "delegated"));
    assertThat(cluster.coverage().tally(Counter.VERDICT).total()).isEqualTo(POINTS);
    report = Reports.of(cluster);
  }

  /// Forgets what it is given, and looks now and then how much memory is in use.
  private static final class Sink implements Appendable {
    private static final long BETWEEN_LOOKS = 20_000_000;

    private long characters;
    private int looks;
    private long most;

    @Override
    public Appendable append(CharSequence text) {
      return append(text, 0, text.length());
    }

    @Override
    public Appendable append(CharSequence text, int start, int end) {
      return count(end - start);
    }

    @Override
    public Appendable append(char c) {
      return count(1);
    }

    private Appendable count(int more) {
      characters += more;
      if (characters / BETWEEN_LOOKS > looks) {
        looks++;
        most = Math.max(most, used());
      }
      return this;
    }
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  @Test
  void jsonWritesAMillionPointsInLittleMemory() throws IOException {
    long before = used();
    Sink sink = new Sink();
    new CoverageJsonFormat().write(report, OutputSettings.PLAIN, sink);
    assertThat(sink.characters).isGreaterThan(150L * POINTS);
    assertThat(sink.looks).isGreaterThanOrEqualTo(8);
    assertThat(sink.most - before).isLessThan(16L * MEBIBYTE);
  }

  @Test
  void theOtherFormatsFoldThem() {
    assertThat(Reports.written(new TextFormat(), report).lines()).hasSizeLessThan(140);
    assertThat(Reports.written(new TextFormat(), report))
        .contains("edge/Deployment/w1005 and 4 990 more", "and 455 000 more points in edge");
    assertThat(Reports.written(new MarkdownFormat(), report).length()).isLessThan(20_000);
    assertThat(Reports.written(new JunitFormat(), report).lines()).hasSizeLessThan(160);
  }
}
