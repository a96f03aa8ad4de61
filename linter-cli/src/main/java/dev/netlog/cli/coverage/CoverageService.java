package dev.netlog.cli.coverage;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.Version;
import dev.netlog.cli.git.ComparisonException;
import dev.netlog.cli.git.GitComparison;
import dev.netlog.cli.git.Side;
import dev.netlog.cli.input.EmptyInput;
import dev.netlog.cli.lint.Places;
import dev.netlog.cli.lint.Workers;
import dev.netlog.cli.report.LocatedFinding;
import dev.netlog.cli.report.Summary;
import dev.netlog.cli.report.Summary.NotUnderstood;
import dev.netlog.cli.report.coverage.Comparison;
import dev.netlog.cli.report.coverage.CoverageReport;
import dev.netlog.cli.report.coverage.RefusedEntry;
import dev.netlog.cli.report.coverage.TargetReport;
import dev.netlog.cli.yaml.Manifest;
import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.CoverageDiff;
import dev.netlog.coverage.CoverageEngine;
import dev.netlog.coverage.CoverageGates;
import dev.netlog.coverage.GateResult;
import dev.netlog.coverage.RefusedObject;
import dev.netlog.coverage.TargetInput;
import dev.netlog.model.Resource;
import dev.netlog.platform.Platform;
import dev.netlog.policy.InputProblem;
import dev.netlog.rule.Place;
import dev.netlog.rule.Severity;
import dev.netlog.run.RuleFailure;
import dev.netlog.settings.Target;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Works out coverage: reads files, judges each target, compares it with its base.
public final class CoverageService {
  private final RuleCatalog catalog;

  /// A service with the platforms and rules of a catalogue.
  public CoverageService(RuleCatalog catalog) {
    this.catalog = catalog;
  }

  /// Works out what a request asks for. The result does not depend on the number of jobs.
  ///
  /// @throws CoverageProblem where the input contradicts itself
  /// @throws ComparisonException where the base cannot be found or read
  public CoverageResult run(CoverageRequest request) throws CoverageProblem, ComparisonException {
    try (Workers workers = new Workers(request.jobs())) {
      StateReader reader = new StateReader(request, catalog, workers);
      Run run = new Run(request, workers);
      return switch (request.base()) {
        case Base.None _ -> run.result(reader.folder(request.paths()), null, "");
        case Base.Folder(String path) -> {
          State head = reader.folder(request.paths());
          State base = reader.folder(List.of(path));
          if (!base.unreadable().isEmpty()) {
            throw new CoverageProblem(base.unreadable());
          }
          yield run.result(head, base, path);
        }
        case Base.Commit(var revision) -> {
          try (GitComparison git =
              GitComparison.open(request.workingDirectory(), request.paths(), revision)) {
            State head = reader.commit(git, Side.HEAD);
            String commit = git.commit(Side.BASE).substring(0, 10);
            String label =
                revision.text().startsWith(commit) ? commit : revision.text() + " (" + commit + ")";
            yield run.result(head, reader.commit(git, Side.BASE), label);
          }
        }
      };
    }
  }

  /// One run.
  private final class Run {
    private final CoverageRequest request;
    private final CoverageEngine engine;
    private final CoverageEngine.Parallel parallel;
    private final List<String> notes = new ArrayList<>();
    private final List<RuleFailure> failures = new ArrayList<>();

    Run(CoverageRequest request, Workers workers) {
      this.request = request;
      this.engine =
          switch (request.addresses()) {
            case IPV4 -> CoverageEngine.ipv4();
            case DUAL_STACK -> CoverageEngine.dualStack();
          };
      this.parallel =
          new CoverageEngine.Parallel() {
            @Override
            public <T, R> List<R> map(List<T> items, Function<T, R> work) {
              return workers.map(items, work);
            }
          };
    }

    CoverageResult result(State head, @Nullable State base, String label) throws CoverageProblem {
      if (!head.unreadable().isEmpty()) {
        return new CoverageResult(
            report(head, List.of(), List.of(), List.of()), head.unreadable(), List.of());
      }
      if (head.isEmpty() && (base == null || base.isEmpty())) {
        throw new CoverageProblem(
            List.of(EmptyInput.line(request.paths(), head.manifests().size())));
      }
      Places places = new Places(head.manifests());
      Places basePlaces = base == null ? places : new Places(base.manifests());
      FileFindings files = new FileFindings(head, request.severities());
      List<TargetReport> targets = new ArrayList<>();
      List<String> problems = new ArrayList<>();
      for (WantedTarget wanted : wanted(head)) {
        targets.add(target(wanted, head, places, files, base, basePlaces, label, problems));
      }
      if (!problems.isEmpty()) {
        throw new CoverageProblem(problems);
      }
      List<LocatedFinding> refused = RefusedDocuments.of(head, base);
      return new CoverageResult(
          report(head, targets, refused, files.withoutObject(refused)), List.of(), failures);
    }

    /// The targets that the user has named, or else one for each platform that shows itself.
    private List<WantedTarget> wanted(State head) throws CoverageProblem {
      if (!request.targets().isEmpty()) {
        return request.targets();
      }
      List<WantedTarget> seen = new ArrayList<>();
      for (Platform platform : catalog.platforms()) {
        if (head.manifests().stream()
            .flatMap(manifest -> manifest.resources().stream())
            .anyMatch(platform::isSeenIn)) {
          seen.add(
              new WantedTarget(
                  platform.id(), null, null, request.assumptions(), request.complete()));
        }
      }
      if (seen.isEmpty()) {
        throw new CoverageProblem(
            List.of(
                "no platform shows itself in the manifests; pass --platform gke or --platform ovn,"
                    + " or write it into .netlog.yaml"));
      }
      return seen;
    }

    private TargetReport target(
        WantedTarget wanted,
        State head,
        Places places,
        FileFindings files,
        @Nullable State base,
        Places basePlaces,
        String label,
        List<String> problems) {
      List<Resource> resources = resources(wanted, head);
      Coverage coverage = engine.evaluate(input(wanted, resources), parallel);
      problems.addAll(InputCheck.lines(coverage, places));
      CoverageGates gates = new CoverageGates(request.gates());
      List<GateResult> results = gates.check(coverage);
      Comparison comparison = null;
      if (base != null) {
        Coverage before =
            engine.evaluate(input(wanted, resources(wanted, base)), coverage, parallel);
        InputCheck.lines(before, basePlaces)
            .forEach(line -> notes.add("left out of the base: " + line));
        CoverageDiff diff = CoverageDiff.between(before, coverage);
        results = gates.check(before, coverage, diff);
        comparison = new Comparison(label, before, diff, Stories.ofBase(before, basePlaces));
      }
      return new TargetReport(
          wanted.platform(),
          wanted.name(),
          coverage,
          request.gates(),
          results,
          comparison,
          refused(coverage, places),
          new TargetFindings(catalog, places, request.severities())
              .of(coverage, resources, files.inObjects(paths(wanted, head)), failures::add),
          Stories.ofHead(coverage, places));
    }

    private List<RefusedEntry> refused(Coverage coverage, Places places) {
      List<RefusedEntry> entries = new ArrayList<>();
      for (RefusedObject refused : coverage.refused()) {
        InputProblem first = refused.problems().getFirst();
        var origin = refused.object().origin();
        int line = places.region(origin, Place.value(first.at())).startLine();
        entries.add(new RefusedEntry(refused.name(), origin.path(), line, first.message()));
      }
      return entries;
    }

    private TargetInput input(WantedTarget wanted, List<Resource> resources) {
      Platform platform =
          catalog.platforms().stream()
              .filter(each -> each.id().equals(wanted.platform()))
              .findFirst()
              .orElseThrow();
      return wanted.complete()
          ? TargetInput.complete(platform, resources, wanted.assumptions())
          : TargetInput.of(platform, resources, wanted.assumptions());
    }

    private List<Resource> resources(WantedTarget wanted, State state) {
      return manifests(wanted, state).flatMap(manifest -> manifest.resources().stream()).toList();
    }

    private Set<String> paths(WantedTarget wanted, State state) {
      return manifests(wanted, state).map(Manifest::path).collect(Collectors.toSet());
    }

    private Stream<Manifest> manifests(WantedTarget wanted, State state) {
      Target files = wanted.files();
      return state.manifests().stream()
          .filter(manifest -> files == null || files.holds(below(manifest.path())));
    }

    /// A path of a report as targets name paths.
    private String below(String path) {
      try {
        Path file = request.workingDirectory().resolve(path).normalize();
        return request.folder().relativize(file).toString().replace('\\', '/');
      } catch (InvalidPathException e) {
        // A name of standard input or of a commit's file need not be a path here.
        return path;
      }
    }

    private CoverageReport report(
        State head,
        List<TargetReport> targets,
        List<LocatedFinding> refused,
        List<LocatedFinding> unplaced) {
      return new CoverageReport(
          Version.NUMBER, targets, refused, unplaced, notes, summary(head, targets));
    }

    private Summary summary(State state, List<TargetReport> targets) {
      List<NotUnderstood> notUnderstood = new ArrayList<>(state.skipped());
      int documents = 0;
      int objects = 0;
      int relevant = 0;
      for (Manifest manifest : state.manifests()) {
        notUnderstood.addAll(manifest.notJudged());
        documents += manifest.counts().documents();
        objects += manifest.counts().objects();
        relevant += manifest.resources().size();
      }
      notUnderstood.sort(NotUnderstood::compare);
      Map<Severity, Integer> findings = new EnumMap<>(Severity.class);
      for (Severity severity : Severity.values()) {
        findings.put(severity, 0);
      }
      for (TargetReport target : targets) {
        target.findings().forEach(f -> findings.merge(f.severity(), 1, Integer::sum));
      }
      return new Summary(
          state.manifests().size(),
          documents,
          objects,
          relevant,
          state.ignored(),
          targets.stream().map(TargetReport::platform).distinct().sorted().toList(),
          findings,
          0,
          0,
          notUnderstood);
    }
  }
}
