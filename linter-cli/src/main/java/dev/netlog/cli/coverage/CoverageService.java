package dev.netlog.cli.coverage;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.catalog.Version;
import dev.netlog.cli.coverage.state.CommitTree;
import dev.netlog.cli.coverage.state.FolderTree;
import dev.netlog.cli.coverage.state.HeadPaths;
import dev.netlog.cli.coverage.state.State;
import dev.netlog.cli.coverage.state.StateReader;
import dev.netlog.cli.coverage.state.WholeTree;
import dev.netlog.cli.coverage.unreadable.UnreadTexts;
import dev.netlog.cli.coverage.unreadable.UnreadableObjects;
import dev.netlog.cli.input.InputCounts;
import dev.netlog.cli.input.Workers;
import dev.netlog.cli.report.LocatedFinding;
import dev.netlog.cli.report.Summary;
import dev.netlog.cli.report.SummaryText;
import dev.netlog.cli.report.coverage.Comparison;
import dev.netlog.cli.report.coverage.CoverageReport;
import dev.netlog.cli.report.coverage.TargetReport;
import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.compare.CoverageDiff;
import dev.netlog.coverage.compare.CoverageGates;
import dev.netlog.coverage.compare.GateResult;
import dev.netlog.coverage.input.TargetInput;
import dev.netlog.coverage.input.TransformedObjects;
import dev.netlog.coverage.input.UnreadText;
import dev.netlog.coverage.input.UnreadableObject;
import dev.netlog.coverage.points.CoverageEngine;
import dev.netlog.io.files.EmptyInput;
import dev.netlog.io.git.ComparisonException;
import dev.netlog.io.git.GitComparison;
import dev.netlog.io.git.Side;
import dev.netlog.io.yaml.Manifest;
import dev.netlog.model.Resource;
import dev.netlog.platform.Platform;
import dev.netlog.policy.Names;
import dev.netlog.rule.Severity;
import dev.netlog.run.RuleFailure;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Runs `coverage`: reads files, computes the coverage of each target, and compares it with its
/// base.
public final class CoverageService {
  private final RuleCatalog catalog;

  /// A service with the platforms and rules of a catalogue.
  public CoverageService(RuleCatalog catalog) {
    this.catalog = catalog;
  }

  /// Runs a request. The result does not depend on the number of jobs.
  ///
  /// @throws CoverageProblem if the input contradicts itself
  /// @throws ComparisonException if the base cannot be found or read
  public CoverageResult run(CoverageRequest request) throws CoverageProblem, ComparisonException {
    return run(request, null);
  }

  /// Runs a request, and judges the head under its own settings too.
  ///
  /// @param own the settings of the head, if those of the base decide and differ; null otherwise
  /// @throws CoverageProblem if the input contradicts itself
  /// @throws ComparisonException if the base cannot be found or read
  public CoverageResult run(CoverageRequest request, @Nullable HeadSettings own)
      throws CoverageProblem, ComparisonException {
    try (Workers workers = new Workers(request.jobs())) {
      UnreadTexts texts = new UnreadTexts(catalog);
      StateReader reader = new StateReader(request, catalog, workers, texts::search);
      Run run = new Run(request, workers, texts, own);
      return switch (request.base()) {
        case Base.None _ -> run.result(reader.folder(request.paths()), null);
        case Base.Folder(String path) -> {
          HeadPaths both = HeadPaths.of(request.workingDirectory(), path, request.paths());
          State head = reader.head(both);
          State base = reader.base(path, both, head);
          if (!base.unreadable().isEmpty()) {
            throw new CoverageProblem(base.unreadable());
          }
          yield run.result(
              head,
              new Before(
                  base,
                  path,
                  String.join(" ", request.paths()),
                  new FolderTree(both, request.bytes())));
        }
        case Base.Commit(var revision) -> {
          try (GitComparison git =
              GitComparison.open(request.workingDirectory(), request.paths(), revision)) {
            State head = reader.commit(git, Side.HEAD);
            String commit = git.commit(Side.BASE).substring(0, 10);
            String label =
                revision.text().startsWith(commit) ? commit : revision.text() + " (" + commit + ")";
            reader.notes(git).forEach(run::note);
            State base = reader.commit(git, Side.BASE);
            String now = "HEAD (" + git.commit(Side.HEAD).substring(0, 10) + ")";
            yield run.result(
                head, new Before(base, label, now, new CommitTree(git, request.bytes())));
          }
        }
      };
    }
  }

  /// The base of the comparison.
  ///
  /// @param state its manifests, with patches read as objects
  /// @param label its name in reports
  /// @param head the name of the head in reports
  /// @param tree all files of the head
  private record Before(State state, String label, String head, WholeTree tree) {}

  /// One run.
  private final class Run {
    private final CoverageRequest request;
    private final Workers workers;
    private final UnreadTexts texts;
    private final @Nullable HeadSettings own;
    private @Nullable LoosenedSettings loosened;
    private final CoverageEngine engine;
    private final CoverageEngine.Parallel parallel;
    private final List<String> notes = new ArrayList<>();
    private final List<RuleFailure> failures = new ArrayList<>();

    /// @param own the settings of the head, if those of the base decide and differ
    Run(CoverageRequest request, Workers workers, UnreadTexts texts, @Nullable HeadSettings own) {
      this.own = own;
      this.texts = texts;
      this.request = request;
      this.workers = workers;
      this.engine =
          switch (request.addresses()) {
            case IPV4 -> CoverageEngine.ipv4();
            case DUAL_STACK -> CoverageEngine.dualStack();
          };
      this.parallel = workers::map;
    }

    void note(String note) {
      notes.add(note);
    }

    /// @param head its manifests, with patches read as objects
    CoverageResult result(State head, @Nullable Before before)
        throws CoverageProblem, ComparisonException {
      State base = before == null ? null : before.state();
      State judged = head.withoutPatches();
      if (!head.unreadable().isEmpty()) {
        return new CoverageResult(
            report(judged, List.of(), List.of(), List.of()), head.unreadable(), List.of());
      }
      if (head.isEmpty() && (base == null || base.isEmpty())) {
        throw new CoverageProblem(
            List.of(EmptyInput.line(request.paths(), head.manifests().size())));
      }
      Sides sides =
          new Sides(
              catalog,
              request,
              judged,
              base == null ? null : base.withoutPatches(),
              before == null
                  ? null
                  : new UnreadableObjects(before.state(), head, before.tree(), catalog),
              texts);
      sides.checkTargets();
      notes.addAll(sides.notes());
      if (own != null) {
        loosened = loosened(own, judged, sides);
        notes.addAll(loosened.notes());
      }
      FileFindings files = new FileFindings(judged, request.severities());
      List<TargetReport> targets = new ArrayList<>();
      List<String> problems = new ArrayList<>();
      for (WantedTarget wanted : sides.wanted()) {
        targets.add(target(wanted, sides, files, before, problems));
      }
      if (!problems.isEmpty()) {
        throw new CoverageProblem(problems);
      }
      List<LocatedFinding> refused = RefusedDocuments.of(head, base);
      return new CoverageResult(
          report(judged, targets, refused, files.withoutObject(refused)), List.of(), failures);
    }

    private TargetReport target(
        WantedTarget wanted,
        Sides sides,
        FileFindings files,
        @Nullable Before compared,
        List<String> problems)
        throws ComparisonException {
      List<Resource> resources = sides.headResources(wanted);
      List<UnreadableObject> unreadable = sides.unreadable(wanted, resources);
      List<Resource> applied = sides.headApplied(wanted, resources);
      noteNotApplied(resources, applied);
      List<Resource> written =
          UnreadableObjects.asWritten(sides.platform(wanted), applied, unreadable);
      List<UnreadText> unread = sides.headTexts(wanted, unreadable);
      noteUnread(wanted, unread);
      TargetInput head =
          input(wanted, written, sides.headTransformed(wanted, written), unread, sides);
      Coverage before = null;
      if (sides.base() != null) {
        List<Resource> old = sides.baseApplied(wanted);
        TargetInput base =
            input(wanted, old, sides.baseTransformed(wanted, old), sides.baseTexts(wanted), sides);
        before = engine.covering(List.of(base, head)).evaluate(base, parallel);
        InputCheck.lines(before, sides.basePlaces())
            .forEach(line -> notes.add("left out of the base: " + line));
      }
      Coverage coverage = head(head, before, unreadable);
      problems.addAll(InputCheck.lines(coverage, sides.places()));
      CoverageGates gates = new CoverageGates(request.gates());
      List<GateResult> results = gates.check(coverage);
      Comparison comparison = null;
      if (before != null && compared != null) {
        CoverageDiff diff = CoverageDiff.between(before, coverage);
        results = new ArrayList<>(gates.check(before, coverage, diff));
        if (loosened != null) {
          results.addAll(loosened.gates(wanted.platform(), before, coverage));
        }
        comparison =
            new Comparison(
                compared.label(),
                compared.head(),
                before,
                diff,
                PointExplainers.ofBase(before, sides.basePlaces()));
      }
      return new TargetReport(
          wanted.platform(),
          wanted.name(),
          coverage,
          request.gates(),
          results,
          comparison,
          RefusedEntries.of(coverage, sides.places()),
          new TargetFindings(catalog, sides.places(), request.severities(), workers)
              .of(
                  coverage,
                  sides.headFound(wanted),
                  files.inObjects(sides.headPaths(wanted)),
                  failures::add),
          PointExplainers.ofHead(coverage, sides.places()));
    }

    private void noteNotApplied(List<Resource> objects, List<Resource> applied) {
      if (applied.size() < objects.size()) {
        Set<Resource> kept = new HashSet<>(applied);
        notes.add(
            "not applied to the cluster, so without points: "
                + PathList.of(
                    objects.stream()
                        .filter(object -> !kept.contains(object))
                        .map(Names::reference)
                        .toList()));
      }
    }

    private LoosenedSettings loosened(HeadSettings settings, State head, Sides sides) {
      return new LoosenedSettings(
          settings,
          head,
          sides.paths(),
          request,
          (target, written, now) -> {
            List<Resource> placed = sides.placedAsJudged(target, written);
            TransformedObjects transformed = sides.headTransformed(target, placed);
            return engine.evaluate(
                input(target, placed, transformed, List.of(), sides), now, parallel);
          });
    }

    /// @param unreadable the objects of the base that cannot be read at the head
    private Coverage head(
        TargetInput head, @Nullable Coverage base, List<UnreadableObject> unreadable) {
      return base == null
          ? engine.evaluate(head, parallel)
          : engine.evaluate(head, base, unreadable, parallel);
    }

    private TargetInput input(
        WantedTarget wanted,
        List<Resource> resources,
        TransformedObjects transformed,
        List<UnreadText> unread,
        Sides sides) {
      Platform platform = sides.platform(wanted);
      TargetInput input =
          sides.isComplete(wanted)
              ? TargetInput.complete(platform, resources, wanted.assumptions(), transformed)
              : TargetInput.of(platform, resources, wanted.assumptions(), transformed);
      return unread.isEmpty() ? input : input.withTexts(unread);
    }

    private void noteUnread(WantedTarget wanted, List<UnreadText> unread) {
      List<String> files =
          unread.stream()
              .map(text -> text.where().path() + ":" + text.where().line())
              .distinct()
              .toList();
      if (!files.isEmpty()) {
        String name = wanted.name() == null ? wanted.platform() : wanted.name();
        notes.add(
            SummaryText.count(files.size(), "text")
                + " of target "
                + name
                + " could not be read and may hold policies, so each counts as unknown: "
                + PathList.of(files)
                + "; judge the rendered output, or add what no cluster gets to ignore-paths or"
                + " .netlogignore");
      }
    }

    private CoverageReport report(
        State head,
        List<TargetReport> targets,
        List<LocatedFinding> refused,
        List<LocatedFinding> unplaced) {
      return new CoverageReport(
          Version.NUMBER,
          targets,
          refused,
          unplaced,
          notes,
          summary(head, targets),
          own == null ? List.of() : own.changes(),
          List.of());
    }

    private Summary summary(State state, List<TargetReport> targets) {
      InputCounts input = InputCounts.of(state.manifests(), state.skipped(), Manifest::notJudged);
      Map<Severity, Integer> findings = new EnumMap<>(Severity.class);
      for (Severity severity : Severity.values()) {
        findings.put(severity, 0);
      }
      for (TargetReport target : targets) {
        target.findings().forEach(f -> findings.merge(f.severity(), 1, Integer::sum));
      }
      return new Summary(
          input.files(),
          input.documents(),
          input.objects(),
          input.relevant(),
          state.ignored(),
          targets.stream().map(TargetReport::platform).distinct().sorted().toList(),
          findings,
          0,
          0,
          input.notUnderstood());
    }
  }
}
