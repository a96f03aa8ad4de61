package dev.netlog.cli.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.coverage.Base;
import dev.netlog.cli.coverage.CoverageProblem;
import dev.netlog.cli.coverage.CoverageRequest;
import dev.netlog.cli.coverage.CoverageResult;
import dev.netlog.cli.coverage.CoverageService;
import dev.netlog.cli.coverage.TargetRules;
import dev.netlog.cli.coverage.WantedTarget;
import dev.netlog.cli.input.Progress;
import dev.netlog.cli.lint.LintRequest;
import dev.netlog.cli.lint.LintResult;
import dev.netlog.cli.lint.LintService;
import dev.netlog.cli.lint.LintSettings;
import dev.netlog.coverage.compare.GateSettings;
import dev.netlog.inventory.Assumptions;
import dev.netlog.io.files.FileBytes;
import dev.netlog.io.git.ComparisonException;
import dev.netlog.rule.Applies;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.run.Severities;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// `lint` and `coverage` say the same of the same manifests, in the same words.
final class SameFindingsTest {
  private static final RuleCatalog CATALOG = RuleCatalog.standard();
  private static final Path EXAMPLES = Path.of("..", "examples");

  private static Set<String> allRules() {
    return CATALOG.infos().stream().map(RuleInfo::id).collect(Collectors.toSet());
  }

  /// What both commands are asked.
  private record Question(
      Path folder, String path, String platform, Assumptions assumptions, boolean complete) {
    static Stream<Question> of(GoldenCase golden) {
      return Stream.of("gke", "ovn")
          .map(
              platform ->
                  new Question(
                      golden.folder().toAbsolutePath(),
                      "input.yaml",
                      platform,
                      golden.assumptions(),
                      golden.complete()));
    }

    private static FileBytes bytes() {
      return new FileBytes(1 << 20, InputStream.nullInputStream());
    }

    Set<String> lint() {
      LintResult result =
          new LintService(CATALOG)
              .lint(
                  new LintRequest(
                      folder,
                      List.of(path),
                      Set.of(platform),
                      complete,
                      1,
                      bytes(),
                      Progress.NONE,
                      assumptions,
                      new LintSettings(asked(), folder, List.of())));
      assertThat(result.failures()).isEmpty();
      Set<String> lines = new TreeSet<>();
      result.report().findings().stream()
          .filter(
              finding ->
                  finding.rule().platform() == null || platform.equals(finding.rule().platform()))
          .forEach(
              finding ->
                  lines.add(
                      line(
                          finding.rule().id(),
                          finding.severity(),
                          finding.path() + ":" + finding.region(),
                          finding.message())));
      return lines;
    }

    /// With what `lint` shows only where it is asked for.
    private static Severities asked() {
      Map<String, Severity> asked = new HashMap<>();
      for (RuleInfo rule : CATALOG.infos()) {
        if (rule.applies() == Applies.WHERE_ENABLED) {
          asked.put(rule.id(), rule.severity());
        }
      }
      return new Severities(asked, Set.of());
    }

    /// Null where coverage refuses such an input.
    @Nullable Set<String> coverage() throws ComparisonException {
      CoverageRequest request =
          new CoverageRequest(
              folder,
              List.of(path),
              List.of(WantedTarget.unnamed(platform, assumptions, complete)),
              assumptions,
              complete,
              TargetRules.of(List.of()),
              folder,
              new Base.None(),
              GateSettings.STANDARD,
              asked(),
              CoverageRequest.Family.IPV4,
              1,
              bytes(),
              Progress.NONE);
      CoverageResult result;
      try {
        result = new CoverageService(CATALOG).run(request);
      } catch (CoverageProblem refused) {
        return null;
      }
      assertThat(result.failures()).isEmpty();
      Set<String> lines = new TreeSet<>();
      for (var finding : result.report().withoutObject()) {
        lines.add(
            line(
                finding.rule().id(),
                finding.severity(),
                finding.path() + ":" + finding.region(),
                finding.message()));
      }
      for (var target : result.report().targets()) {
        for (var finding : target.findings()) {
          // What is in no file, lint cannot show.
          if (finding.at() != null) {
            lines.add(
                line(
                    finding.rule(),
                    finding.severity(),
                    finding.at().path() + ":" + finding.at().region(),
                    finding.message()));
          }
        }
      }
      return lines;
    }

    private static String line(String rule, Severity severity, String at, String message) {
      return severity.word() + "[" + rule + "] " + at + " " + message;
    }
  }

  private static int compared(Question question, Set<String> rules) throws ComparisonException {
    Set<String> coverage = question.coverage();
    if (coverage == null) {
      return 0;
    }
    assertThat(coverage).as(question.toString()).isEqualTo(question.lint());
    coverage.forEach(line -> rules.add(line.substring(line.indexOf('[') + 1, line.indexOf(']'))));
    return 1;
  }

  @Test
  void theSameFindingsFromLintAndFromCoverageOverAllGoldenInputs() throws ComparisonException {
    Set<String> rules = new TreeSet<>();
    int compared = 0;
    for (GoldenCase golden : GoldenCase.all()) {
      for (Question question : Question.of(golden).toList()) {
        compared += compared(question, rules);
      }
    }
    assertThat(compared).isGreaterThan(150);
    assertThat(rules).containsExactlyInAnyOrderElementsOf(allRules());
  }

  @Test
  void theSameFindingsFromLintAndFromCoverageOverTheExamples() throws ComparisonException {
    Path root = EXAMPLES.toAbsolutePath().normalize();
    Set<String> rules = new TreeSet<>();
    for (Map.Entry<String, String> each : Map.of("gke", "gke", "openshift", "ovn").entrySet()) {
      Question question =
          new Question(root, each.getKey(), each.getValue(), Assumptions.NONE, false);
      assertThat(compared(question, rules)).isEqualTo(1);
    }
    assertThat(rules).hasSizeGreaterThan(5);
  }
}
