package dev.netlog.cli.lint;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.catalog.YamlRules;
import dev.netlog.cli.Version;
import dev.netlog.cli.input.FileFinder;
import dev.netlog.cli.input.FoundFiles;
import dev.netlog.cli.input.InputFile;
import dev.netlog.cli.report.LocatedFinding;
import dev.netlog.cli.report.Report;
import dev.netlog.cli.report.SourceText;
import dev.netlog.cli.report.Summary;
import dev.netlog.cli.report.Summary.NotUnderstood;
import dev.netlog.cli.yaml.Manifest;
import dev.netlog.cli.yaml.ManifestReader;
import dev.netlog.model.Resource;
import dev.netlog.rule.Severity;
import dev.netlog.run.Finding;
import dev.netlog.run.RuleFailure;
import dev.netlog.run.Severities;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Lints: finds files, reads them, runs the rules, locates what they found.
public final class LintService {
  /// How many resources are checked in one go on one thread.
  private static final int SLICE = 64;

  private final RuleCatalog catalog;

  /// A service with the rules of a catalogue.
  public LintService(RuleCatalog catalog) {
    this.catalog = catalog;
  }

  /// Lints what a request asks for. The result does not depend on the number of jobs.
  public LintResult lint(LintRequest request) {
    try (Workers workers = new Workers(request.jobs())) {
      return lint(request, workers);
    }
  }

  private LintResult lint(LintRequest request, Workers workers) {
    Workers.Batch<InputFile, Manifest> reading = workers.batch(reader(request));
    FoundFiles found = FileFinder.find(request.workingDirectory(), request.paths(), reading::add);
    request.progress().total(found.files().size());
    List<Manifest> manifests = reading.results(found.files());
    request.progress().done();
    List<Scope> scopes = Scope.of(catalog, request, manifests);
    List<Checked> checked = new ArrayList<>();
    for (Scope scope : scopes) {
      checked.addAll(workers.map(slices(scope.resources()), slice -> Checked.of(slice, scope)));
    }
    Severities severities = request.settings().severities();
    CoverageChecks coverage = new CoverageChecks(catalog, severities, workers);
    scopes.forEach(scope -> checked.add(Checked.of(scope, coverage)));
    List<LocatedFinding> located =
        new FindingLocator(manifests, severities).locate(findings(scopes, checked));
    Summary summary = summary(found, manifests, scopes, located, severities);
    return new LintResult(
        new Report(Version.NUMBER, located, summary),
        found.unreadable(),
        checked.stream().flatMap(part -> part.failures().stream()).toList(),
        found.skipped().isEmpty() && manifests.stream().allMatch(Manifest::isEmpty));
  }

  private Function<InputFile, Manifest> reader(LintRequest request) {
    ManifestLoader loader = new ManifestLoader(new ManifestReader(catalog), request.bytes());
    return file -> {
      Manifest manifest = loader.load(file).withoutNeedlessText();
      request.progress().step();
      return manifest;
    };
  }

  /// What the rules say of some resources.
  private record Checked(List<Finding> findings, List<RuleFailure> failures) {
    static Checked of(List<Resource> resources, Scope scope) {
      List<Finding> findings = new ArrayList<>();
      List<RuleFailure> failures = new ArrayList<>();
      for (Resource resource : resources) {
        findings.addAll(scope.engine().check(resource, scope.inventory(), failures::add));
      }
      return new Checked(findings, failures);
    }

    static Checked of(Scope scope, CoverageChecks coverage) {
      List<RuleFailure> failures = new ArrayList<>();
      return new Checked(List.copyOf(coverage.check(scope, failures::add)), failures);
    }
  }

  private static List<List<Resource>> slices(List<Resource> resources) {
    List<List<Resource>> slices = new ArrayList<>();
    for (int i = 0; i < resources.size(); i += SLICE) {
      slices.add(resources.subList(i, Math.min(i + SLICE, resources.size())));
    }
    return slices;
  }

  /// All findings; what a file's targets agree on is said once.
  private static List<Finding> findings(List<Scope> scopes, List<Checked> checked) {
    List<Finding> all = checked.stream().flatMap(part -> part.findings().stream()).toList();
    return scopes.size() == 1 ? all : List.copyOf(new LinkedHashSet<>(all));
  }

  /// Documents that kubectl refuses, where the rule that would say so is off: nothing judges them.
  private static List<NotUnderstood> refused(Manifest manifest, Severities severities) {
    if (severities.of(YamlRules.INVALID) != null) {
      return List.of();
    }
    return manifest.findings().stream()
        .filter(finding -> finding.rule().equals(YamlRules.INVALID))
        .map(
            finding ->
                new NotUnderstood(
                    manifest.path(),
                    new SourceText(manifest.text()).lineOf(finding.start()),
                    "unreadable",
                    finding.message()))
        .toList();
  }

  private static Summary summary(
      FoundFiles found,
      List<Manifest> manifests,
      List<Scope> scopes,
      List<LocatedFinding> findings,
      Severities severities) {
    List<NotUnderstood> notUnderstood = new ArrayList<>(found.skipped());
    int documents = 0;
    int objects = 0;
    int relevant = 0;
    for (Manifest manifest : manifests) {
      notUnderstood.addAll(manifest.notJudged());
      notUnderstood.addAll(refused(manifest, severities));
      documents += manifest.counts().documents();
      objects += manifest.counts().objects();
      relevant += manifest.resources().size();
    }
    notUnderstood.sort(NotUnderstood::compare);
    Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      counts.put(severity, (int) findings.stream().filter(f -> f.severity() == severity).count());
    }
    return new Summary(
        manifests.size(),
        documents,
        objects,
        relevant,
        found.ignored(),
        scopes.stream().flatMap(s -> s.platforms().used().stream()).distinct().sorted().toList(),
        counts,
        0,
        0,
        notUnderstood);
  }
}
