package dev.netlog.cli.lint;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.catalog.Version;
import dev.netlog.catalog.YamlRules;
import dev.netlog.cli.input.InputCounts;
import dev.netlog.cli.input.InputReader;
import dev.netlog.cli.input.RuleRun;
import dev.netlog.cli.input.Workers;
import dev.netlog.cli.report.LocatedFinding;
import dev.netlog.cli.report.Report;
import dev.netlog.cli.report.Summary;
import dev.netlog.io.files.FoundFiles;
import dev.netlog.io.files.NotUnderstood;
import dev.netlog.io.text.SourceText;
import dev.netlog.io.yaml.Manifest;
import dev.netlog.io.yaml.ManifestReader;
import dev.netlog.model.Resource;
import dev.netlog.rule.Severity;
import dev.netlog.run.Finding;
import dev.netlog.run.RuleFailure;
import dev.netlog.run.Severities;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Runs `lint`: finds and reads files, runs the rules, and locates their findings.
public final class LintService {
  private final RuleCatalog catalog;

  /// A service with the rules of a catalogue.
  public LintService(RuleCatalog catalog) {
    this.catalog = catalog;
  }

  /// Runs a request. The result does not depend on the number of jobs.
  public LintResult lint(LintRequest request) {
    try (Workers workers = new Workers(request.jobs())) {
      return lint(request, workers);
    }
  }

  private LintResult lint(LintRequest request, Workers workers) {
    InputReader reader = new InputReader(request, new ManifestReader(catalog), workers);
    InputReader.Input<Manifest> input = reader.read(Manifest::withoutNeedlessText);
    FoundFiles found = input.found();
    List<Manifest> manifests = input.files();
    List<Scope> scopes = Scope.of(catalog, request, manifests);
    Severities severities = request.settings().severities();
    List<Checked> checked = checked(scopes, severities, workers);
    List<LocatedFinding> located =
        new FindingLocator(manifests, severities).locate(findings(scopes, checked));
    Summary summary = summary(found, manifests, scopes, located, severities);
    return new LintResult(
        new Report(Version.NUMBER, located, summary),
        found.unreadable(),
        failures(checked),
        found.skipped().isEmpty() && manifests.stream().allMatch(Manifest::isEmpty));
  }

  /// The findings in a scope.
  ///
  /// @param scope its index
  private record Checked(int scope, List<Finding> findings, List<RuleFailure> failures) {}

  private List<Checked> checked(List<Scope> scopes, Severities severities, Workers workers) {
    List<Checked> checked = new ArrayList<>();
    List<RuleRun> runs =
        scopes.stream()
            .map(scope -> new RuleRun(scope.engine(), scope.inventory(), scope.resources()))
            .toList();
    for (RuleRun.Checked each : RuleRun.check(runs, workers)) {
      checked.add(new Checked(checked.size(), each.findings(), each.failures()));
    }
    CoverageChecks coverage = new CoverageChecks(catalog, severities, workers);
    for (int i = 0; i < scopes.size(); i++) {
      List<RuleFailure> failures = new ArrayList<>();
      checked.add(
          new Checked(i, List.copyOf(coverage.check(scopes.get(i), failures::add)), failures));
    }
    return checked;
  }

  /// All findings, without duplicates from files of several targets or groups.
  private static List<Finding> findings(List<Scope> scopes, List<Checked> checked) {
    List<List<Finding>> byScope = new ArrayList<>();
    scopes.forEach(_ -> byScope.add(new ArrayList<>()));
    checked.forEach(part -> byScope.get(part.scope()).addAll(part.findings()));
    if (scopes.size() == 1) {
      return byScope.getFirst();
    }
    Set<Finding> all = new LinkedHashSet<>();
    MergedFindings ofGroups = new MergedFindings();
    for (int i = 0; i < scopes.size(); i++) {
      if (scopes.get(i).group().target() != null) {
        all.addAll(byScope.get(i));
      } else {
        ofGroups.add(byScope.get(i));
      }
    }
    all.addAll(ofGroups.all());
    return List.copyOf(all);
  }

  /// The failures, without duplicates from objects of several scopes.
  private static List<RuleFailure> failures(List<Checked> checked) {
    Map<String, RuleFailure> failures = new LinkedHashMap<>();
    for (Checked part : checked) {
      for (RuleFailure failure : part.failures()) {
        Resource subject = failure.subject();
        String where = subject == null ? part.scope() + "" : subject.origin().toString();
        failures.putIfAbsent(failure.rule() + " " + where, failure);
      }
    }
    return List.copyOf(failures.values());
  }

  /// What is not judged in a file. Includes documents that kubectl refuses, if the rule that
  /// reports them is off.
  private static List<NotUnderstood> notJudged(Manifest manifest, Severities severities) {
    if (severities.of(YamlRules.INVALID) != null) {
      return manifest.notJudged();
    }
    Stream<NotUnderstood> refused =
        manifest.findings().stream()
            .filter(finding -> finding.rule().equals(YamlRules.INVALID))
            .map(
                finding ->
                    new NotUnderstood(
                        manifest.path(),
                        new SourceText(manifest.text()).lineOf(finding.start()),
                        "unreadable",
                        finding.message()));
    return Stream.concat(manifest.notJudged().stream(), refused).toList();
  }

  private Summary summary(
      FoundFiles found,
      List<Manifest> manifests,
      List<Scope> scopes,
      List<LocatedFinding> findings,
      Severities severities) {
    InputCounts input =
        InputCounts.of(manifests, found.skipped(), manifest -> notJudged(manifest, severities));
    Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      counts.put(severity, (int) findings.stream().filter(f -> f.severity() == severity).count());
    }
    return new Summary(
        input.files(),
        input.documents(),
        input.objects(),
        input.relevant(),
        found.ignored(),
        scopes.stream().flatMap(s -> s.platforms().used().stream()).distinct().sorted().toList(),
        counts,
        0,
        0,
        input.notUnderstood(),
        scopes.size() == 1 ? List.of() : scopes.stream().map(Scope::group).toList(),
        catalog.platformIds());
  }
}
