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

/// Lints: finds files, reads them, runs the rules, locates what they found.
public final class LintService {
  private final RuleCatalog catalog;

  /// A service with the rules of a catalogue.
  public LintService(RuleCatalog catalog) {
    this.catalog = catalog;
  }

  /// Lints what a request asks for. The result does not depend on the number of jobs.
  public LintResult lint(LintRequest request) {
    FoundFiles found = FileFinder.find(request.workingDirectory(), request.paths());
    List<Manifest> manifests = read(found.files(), request);
    List<Resource> resources =
        manifests.stream().flatMap(manifest -> manifest.resources().stream()).toList();
    PlatformUse platforms = new PlatformUse(request.platforms(), seen(resources));
    Inventory inventory =
        request.complete()
            ? ManifestInventory.complete(resources, request.platforms())
            : ManifestInventory.of(resources, request.platforms());
    List<RuleFailure> failures = new ArrayList<>();
    RuleEngine engine = new RuleEngine(catalog.rules(), platforms);
    List<Finding> findings = new ArrayList<>();
    for (Resource resource : resources) {
      findings.addAll(engine.check(resource, inventory, failures::add));
    }
    List<LocatedFinding> located = new FindingLocator(manifests).locate(findings);
    Summary summary = summary(found, manifests, platforms, located);
    return new LintResult(
        new Report(Version.NUMBER, located, summary), found.unreadable(), failures);
  }

  private List<Manifest> read(List<InputFile> files, LintRequest request) {
    ManifestLoader loader = new ManifestLoader(new ManifestReader(catalog), request.bytes());
    request.progress().total(files.size());
    List<Manifest> manifests =
        Workers.map(
            files,
            request.jobs(),
            file -> {
              Manifest manifest = loader.load(file).withoutNeedlessText();
              request.progress().step();
              return manifest;
            });
    request.progress().done();
    return manifests;
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
    notUnderstood.sort(NotUnderstood.ORDER);
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
