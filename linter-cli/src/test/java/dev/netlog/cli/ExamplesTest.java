package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.lint.LintResult;
import dev.netlog.cli.report.LocatedFinding;
import dev.netlog.io.files.NotUnderstood;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Holds the tables of `examples/README.md` to what netlog finds there.
final class ExamplesTest {
  /// A row: the file in the first cell, the rule in the last.
  private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\|.*\\| `([^`]+)` \\|");

  /// A row of the table, or a finding; compared as one line so that a failure reads well.
  private record Planted(String file, String rule) {
    static Planted of(LocatedFinding finding) {
      return new Planted(finding.path(), finding.rule().id());
    }

    Severity severity() {
      RuleInfo info = RuleCatalog.standard().info(rule);
      return Objects.requireNonNull(info, () -> "examples/README.md names no rule: " + rule)
          .severity();
    }
  }

  private final LintResult result = ExampleRun.result();

  @Test
  void everyErrorAndWarningOfTheExamplesIsARowOfTheirTable() throws IOException {
    List<Planted> rows = rows().stream().filter(row -> isAtLeastWarning(row.severity())).toList();
    List<Planted> findings =
        result.report().findings().stream()
            .filter(finding -> isAtLeastWarning(finding.severity()))
            .map(Planted::of)
            .toList();
    assertThat(findings)
        .as("findings, compared with the rows of examples/README.md")
        .containsExactlyInAnyOrderElementsOf(rows);
    assertThat(findings).as("how many were seen").hasSizeGreaterThanOrEqualTo(29);
  }

  @Test
  void everyRowOfTheTableIsFound() throws IOException {
    List<Planted> rows = rows();
    assertThat(result.report().findings().stream().map(Planted::of).toList())
        .as("findings, compared with the rows of examples/README.md")
        .containsAll(rows);
    assertThat(rows).as("how many were seen").hasSizeGreaterThanOrEqualTo(30);
  }

  @Test
  void onlyTheTemplatesOfTheChartsAreNotUnderstood() {
    assertThat(result.report().summary().notUnderstood())
        .extracting(NotUnderstood::path)
        .containsExactly(
            "examples/gke/chart/templates/namespace.yaml",
            "examples/openshift/chart/templates/namespace.yaml");
    assertThat(result.report().summary().files()).isGreaterThanOrEqualTo(26);
    assertThat(result.failures()).isEmpty();
  }

  private static List<Planted> rows() throws IOException {
    List<Planted> rows = new ArrayList<>();
    for (String line : Files.readAllLines(ExampleRun.ROOT.resolve("examples/README.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        rows.add(new Planted("examples/" + row.group(1), row.group(2)));
      }
    }
    return rows;
  }

  private static boolean isAtLeastWarning(Severity severity) {
    return severity.isAtLeast(Severity.WARNING);
  }
}
