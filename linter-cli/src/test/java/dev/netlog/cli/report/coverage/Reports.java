package dev.netlog.cli.report.coverage;

import dev.netlog.cli.report.LocatedFinding;
import dev.netlog.cli.report.OutputSettings;
import dev.netlog.cli.report.Palette;
import dev.netlog.cli.report.Summary;
import dev.netlog.cli.report.TextLines;
import dev.netlog.coverage.compare.CoverageDiff;
import dev.netlog.coverage.compare.CoverageGates;
import dev.netlog.coverage.compare.GateResult;
import dev.netlog.coverage.compare.GateSettings;
import dev.netlog.io.files.NotUnderstood;
import dev.netlog.io.text.Region;
import dev.netlog.io.text.SourceText;
import dev.netlog.model.JsonPointer;
import dev.netlog.network.Direction;
import dev.netlog.platform.Notice;
import dev.netlog.policy.Names;
import dev.netlog.rule.Place;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reports to write, and what is written.
final class Reports {
  static final Summary SUMMARY =
      new Summary(
          3,
          9,
          9,
          8,
          0,
          List.of("gke"),
          Map.of(Severity.ERROR, 0, Severity.WARNING, 0, Severity.INFO, 0),
          0,
          0,
          List.of(new NotUnderstood("chart/a.yaml", 3, "template", "lint what it renders to")));

  private Reports() {}

  static CoverageReport of(TargetReport... targets) {
    return new CoverageReport("0.1.0", List.of(targets), List.of(), List.of(), List.of(), SUMMARY);
  }

  static CoverageReport of(Cluster cluster) {
    return of(target(null, cluster, GateSettings.STANDARD));
  }

  /// Example A beside a document that kubectl refuses.
  static CoverageReport refusing(String path, String message) {
    LocatedFinding finding =
        new LocatedFinding(
            RuleInfo.of("yaml-invalid", null, Severity.ERROR).sources("nowhere"),
            Severity.ERROR,
            message,
            null,
            null,
            path,
            JsonPointer.ROOT,
            null,
            new Region(1, 1, 1, 2),
            List.of(),
            null,
            "f00d",
            new SourceText("x"));
    CoverageReport a = of(Cluster.gke(Examples.A));
    return new CoverageReport(
        a.version(),
        a.targets(),
        List.of(finding),
        List.of(),
        List.of("something else"),
        a.summary());
  }

  /// Against a base, with the standard gates.
  static CoverageReport of(Cluster base, Cluster head) {
    return of(target(null, base, head, GateSettings.STANDARD));
  }

  static TargetReport target(@Nullable String name, Cluster cluster, GateSettings settings) {
    List<GateResult> gates = new CoverageGates(settings).check(cluster.coverage());
    return target(name, cluster, settings, gates, null);
  }

  static TargetReport target(
      @Nullable String name, Cluster base, Cluster head, GateSettings settings) {
    CoverageDiff diff = CoverageDiff.between(base.coverage(), head.coverage());
    List<GateResult> gates =
        new CoverageGates(settings).check(base.coverage(), head.coverage(), diff);
    Comparison comparison =
        new Comparison(
            "main (0123456789)", "HEAD (9876543210)", base.coverage(), diff, base.asBase());
    return target(name, head, settings, gates, comparison);
  }

  private static TargetReport target(
      @Nullable String name,
      Cluster cluster,
      GateSettings settings,
      List<GateResult> gates,
      @Nullable Comparison comparison) {
    return new TargetReport(
        cluster.coverage().target().platform().id(),
        name,
        cluster.coverage(),
        settings,
        gates,
        comparison,
        List.of(),
        findings(cluster),
        cluster);
  }

  private static List<CoverageFinding> findings(Cluster cluster) {
    return cluster.coverage().notices().stream().map(notice -> finding(cluster, notice)).toList();
  }

  private static CoverageFinding finding(Cluster cluster, Notice notice) {
    return new CoverageFinding(
        notice.kind().code(),
        notice.kind().code(),
        Severity.INFO,
        notice.object(),
        words(notice),
        cluster.at(notice.resource(), Place.value(notice.at())));
  }

  /// Some words for a message: the reports do not read them.
  private static String words(Notice notice) {
    return switch (notice.detail()) {
      case Notice.MissingNamespace(String name) -> name;
      case Notice.NothingSelected(String namespace, boolean satisfiable) ->
          satisfiable ? namespace : "";
      case Notice.HostNetwork _ ->
          String.join(", ", notice.related().stream().map(Names::reference).toList());
      case Notice.UnloggedNodes _ -> "windows";
      case Notice.IgnoredRules(Direction direction) -> direction.word();
      case Notice.UnresolvedPort(_, String name) -> name;
      case Notice.Shadowed _ -> "rules before it";
      case Notice.NotModelled(String kind) -> kind;
      case Notice.Ungoverned(List<Direction> directions) ->
          String.join(" and ", directions.stream().map(Direction::word).toList());
    };
  }

  /// What writes lines of text.
  interface Lines {
    void write(TextLines lines) throws IOException;
  }

  static List<String> lines(Lines what) {
    StringBuilder out = new StringBuilder();
    try {
      what.write(new TextLines(out, Palette.PLAIN));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString().lines().toList();
  }

  static String written(CoverageFormat format, CoverageReport report) {
    return written(format, report, Palette.PLAIN);
  }

  static String written(CoverageFormat format, CoverageReport report, Palette palette) {
    StringBuilder out = new StringBuilder();
    try {
      format.write(report, new OutputSettings(palette), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
