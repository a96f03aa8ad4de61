package dev.netlog.cli.report.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.cli.report.coverage.format.CoverageJsonFormat;
import dev.netlog.cli.report.coverage.format.JunitFormat;
import dev.netlog.cli.report.coverage.format.MarkdownFormat;
import dev.netlog.cli.report.coverage.format.TextFormat;
import dev.netlog.cli.report.coverage.format.TextTable;
import dev.netlog.coverage.points.CoverageEngine;
import dev.netlog.model.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TextFormatTest {
  private static final Map<String, String> DELEGATED = Map.of("networkLogging", "delegated");

  @Test
  void theLastLineIsAlwaysWhatWasLookedAt() {
    assertThat(Examples.reports().values())
        .allSatisfy(
            report ->
                assertThat(lines(report).getLast()).startsWith("looked at 3 files, 9 objects"));
    assertThat(lines(Reports.of()).getLast()).startsWith("looked at 3 files, 9 objects");
  }

  @Test
  void manyNamespacesAreCounted() {
    List<Resource> resources = new ArrayList<>();
    Objects objects = new Objects("a.yaml");
    for (int i = 100; i < 160; i++) {
      resources.add(objects.namespace("n" + i, "false"));
      resources.add(objects.deployment("n" + i, "a"));
      resources.add(objects.policy("n" + i, "p", 80, false));
    }
    List<String> lines = lines(Reports.of(Cluster.of("gke", resources, DELEGATED)));
    assertThat(lines)
        .contains(
            "missed: 120 verdict points",
            "  n149  0/2 0.0 %",
            "  and 20 more points in 10 more namespaces (--format json lists them)")
        .doesNotContain("  n150  0/2 0.0 %");
  }

  @Test
  void manyPoliciesOfANamespaceAreCounted() {
    List<Resource> resources = new ArrayList<>();
    Objects objects = new Objects("a.yaml");
    resources.add(objects.namespace("edge", "true"));
    resources.add(objects.deployment("edge", "a"));
    resources.add(objects.deployment("edge", "b"));
    for (int i = 0; i < 13; i++) {
      resources.add(objects.policy("edge", "p" + i, 80 + i, false));
    }
    List<String> lines = lines(Reports.of(Cluster.of("gke", resources, DELEGATED)));
    assertThat(lines)
        .contains(
            "missed: 26 verdict points",
            "    and 6 more points in edge (--format json lists them)");
  }

  @Test
  void manyLostPoliciesAreAllNamed() {
    List<Resource> base = new ArrayList<>();
    List<Resource> head = new ArrayList<>();
    Objects objects = new Objects("a.yaml");
    base.add(objects.namespace("edge", "true"));
    head.add(objects.namespace("edge", "true"));
    for (int i = 0; i < 120; i++) {
      base.add(objects.policy("edge", "p" + i, 80 + i, true));
      head.add(objects.policy("edge", "p" + i, 80 + i, false));
    }
    String text =
        String.join(
            "\n",
            lines(
                Reports.of(
                    Cluster.of("gke", base, DELEGATED), Cluster.of("gke", head, DELEGATED))));
    for (int i = 0; i < 120; i++) {
      assertThat(text).contains("ingress allow NetworkPolicy/edge/p" + i + "   a.yaml");
    }
  }

  @Test
  void aBudgetThatWasExceededIsTold() {
    List<Resource> resources = new ArrayList<>();
    Objects objects = new Objects("a.yaml");
    resources.add(objects.namespace("edge", "true"));
    resources.add(objects.deployment("edge", "a"));
    for (int i = 0; i < 9; i++) {
      resources.add(objects.policy("edge", "p" + i, 80 + i, i > 0));
    }
    Cluster cluster = Cluster.of("gke", resources, DELEGATED, CoverageEngine.ipv4().withBudget(1));
    long undecided = cluster.coverage().undecided();
    assertThat(undecided).isPositive();
    for (CoverageFormat format :
        List.of(new TextFormat(), new MarkdownFormat(), new JunitFormat())) {
      assertThat(Reports.written(format, Reports.of(cluster)))
          .contains(BudgetNotes.sentence(undecided));
    }
    assertThat(Reports.written(new CoverageJsonFormat(), Reports.of(cluster)))
        .contains("\"undecided\": " + undecided);
    assertThat(Reports.written(new TextFormat(), Examples.report("a"))).doesNotContain("budget");
  }

  @Test
  void aDocumentThatKubectlRefusesFailsAndIsTold() {
    CoverageReport report = Reports.refusing("broken.yaml", "a tab cannot indent");
    assertThat(report.passes()).isFalse();
    assertThat(lines(report))
        .contains(
            "broken.yaml:1:1: error[yaml-invalid] a tab cannot indent",
            "note: something else",
            "failed: kubectl would refuse 1 document");
    assertThat(Reports.written(new MarkdownFormat(), report))
        .startsWith("### Network-policy logging: failed — kubectl refuses 1 document\n")
        .contains("- kubectl refuses `broken.yaml:1:1`: `a tab cannot indent`\n")
        .contains("- note: `something else`\n");
    assertThat(Reports.written(new JunitFormat(), report))
        .contains("<error message=\"a tab cannot indent\" type=\"yaml-invalid\"/>");
    assertThat(Reports.written(new CoverageJsonFormat(), report))
        .contains("\"message\": \"a tab cannot indent\"", "\"something else\"");
  }

  @Test
  void columnsStandBelowEachOtherAlsoWhereCharactersAreWide() {
    TextTable table = new TextTable();
    table.row(List.of(TextTable.left("日本"), TextTable.right(7), TextTable.left("x")));
    table.row(List.of(TextTable.left("a"), TextTable.right(10), TextTable.left("\u001b")));
    assertThat(Reports.lines(table::write)).containsExactly("  日本   7  x", "  a     10  \\u{1b}");
  }

  @Test
  void everySectionIsThereInSomeExample() {
    Set<String> seen = new HashSet<>();
    Examples.reports()
        .values()
        .forEach(
            report -> lines(report).forEach(line -> seen.add(line.split("[:,] ?| \\d", 2)[0])));
    assertThat(seen)
        .contains(
            "missed",
            "unknown",
            "covered",
            "- lost",
            "- born bare",
            "+ gained",
            "  deleted",
            "nothing changed",
            "ungoverned",
            "inactive",
            "findings",
            "gates",
            "gate failed",
            "  as before");
  }

  private static List<String> lines(CoverageReport report) {
    return Reports.written(new TextFormat(), report).lines().toList();
  }
}
