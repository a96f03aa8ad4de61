package dev.netlog.cli.lint;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.Version;
import dev.netlog.cli.input.FileFinder;
import dev.netlog.cli.input.FoundFiles;
import dev.netlog.cli.input.InputFile;
import dev.netlog.cli.report.LocatedFinding;
import dev.netlog.cli.report.Report;
import dev.netlog.cli.report.Summary;
import dev.netlog.cli.report.Summary.NotUnderstood;
import dev.netlog.cli.yaml.Manifest;
import dev.netlog.cli.yaml.ManifestReader;
import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.ManifestInventory;
import dev.netlog.model.Resource;
import dev.netlog.platform.Platform;
import dev.netlog.rule.Severity;
import dev.netlog.run.Finding;
import dev.netlog.run.PlatformUse;
import dev.netlog.run.RuleEngine;
import dev.netlog.run.RuleFailure;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
    List<Resource> resources =
        manifests.stream().flatMap(manifest -> manifest.resources().stream()).toList();
    PlatformUse platforms = new PlatformUse(request.platforms(), seen(resources));
    Inventory inventory =
        request.complete()
            ? ManifestInventory.complete(resources, request.platforms())
            : ManifestInventory.of(resources, request.platforms());
    RuleEngine engine = new RuleEngine(catalog.rules(), platforms);
    List<Checked> checked =
        workers.map(slices(resources), slice -> Checked.of(slice, engine, inventory));
    List<LocatedFinding> located =
        new FindingLocator(manifests)
            .locate(checked.stream().flatMap(part -> part.findings().stream()).toList());
    return new LintResult(
        new Report(Version.NUMBER, located, summary(found, manifests, platforms, located)),
        found.unreadable(),
        checked.stream().flatMap(part -> part.failures().stream()).toList());
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
    static Checked of(List<Resource> resources, RuleEngine engine, Inventory inventory) {
      List<Finding> findings = new ArrayList<>();
      List<RuleFailure> failures = new ArrayList<>();
      for (Resource resource : resources) {
        findings.addAll(engine.check(resource, inventory, failures::add));
      }
      return new Checked(findings, failures);
    }
  }

  private static List<List<Resource>> slices(List<Resource> resources) {
    List<List<Resource>> slices = new ArrayList<>();
    for (int i = 0; i < resources.size(); i += SLICE) {
      slices.add(resources.subList(i, Math.min(i + SLICE, resources.size())));
    }
    return slices;
  }

  private Set<String> seen(List<Resource> resources) {
    Set<String> seen = new TreeSet<>();
    for (Platform platform : catalog.platforms()) {
      if (resources.stream().anyMatch(platform::isSeenIn)) {
        seen.add(platform.id());
      }
    }
    return seen;
  }

  private static Summary summary(
      FoundFiles found,
      List<Manifest> manifests,
      PlatformUse platforms,
      List<LocatedFinding> findings) {
    List<NotUnderstood> notUnderstood = new ArrayList<>(found.skipped());
    int documents = 0;
    int objects = 0;
    int relevant = 0;
    for (Manifest manifest : manifests) {
      notUnderstood.addAll(manifest.notUnderstood());
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
        List.copyOf(platforms.used()),
        counts,
        0,
        0,
        notUnderstood);
  }
}
