package dev.netlog.cli.report.coverage.format;

import dev.netlog.cli.report.coverage.Blocks;
import dev.netlog.cli.report.coverage.Comparison;
import dev.netlog.cli.report.coverage.Differences;
import dev.netlog.cli.report.coverage.Entry;
import dev.netlog.cli.report.coverage.GateExplanation;
import dev.netlog.cli.report.coverage.Loss;
import dev.netlog.cli.report.coverage.Losses;
import dev.netlog.cli.report.coverage.PointExplanation;
import dev.netlog.cli.report.coverage.TargetReport;
import dev.netlog.coverage.Counter;
import dev.netlog.coverage.SubjectPoint;
import dev.netlog.coverage.compare.CoverageDiff;
import dev.netlog.io.json.JsonWriter;
import java.io.IOException;
import java.util.List;

/// Writes the changes since a base as JSON.
final class DifferencesJson {
  /// The maximum number of losses listed; more are counted.
  private static final int LOSSES = 1000;

  private final JsonWriter json;
  private final TargetReport target;
  private final Comparison comparison;
  private final Differences differences;

  DifferencesJson(JsonWriter json, TargetReport target, Comparison comparison) {
    this.json = json;
    this.target = target;
    this.comparison = comparison;
    this.differences = new Differences(target, comparison);
  }

  void write() throws IOException {
    CoverageDiff diff = comparison.diff();
    json.beginObject().member("base", comparison.label());
    keys("added", diff.added());
    keys("removed", diff.removed());
    keys("deleted", diff.deleted());
    keys("no_longer_decided", diff.noLongerDecided());
    keys("regressions", diff.regressions().stream().map(CoverageDiff.Change::after).toList());
    keys("newly_uncovered", diff.newlyUncovered());
    keys("gained", diff.gained().stream().map(CoverageDiff.Change::after).toList());
    keys("touched", diff.touched());
    json.name("renamed");
    CoverageJsonFormat.texts(json, GateExplanation.renames(diff));
    json.name("moved");
    CoverageJsonFormat.texts(json, GateExplanation.moves(target, comparison));
    json.name("governance_lost");
    CoverageJsonFormat.texts(json, diff.lostGovernancePairs());
    CoverageJsonFormat.ratio(json, "patch", differences.ratio(diff.patch()));
    json.name("project").onOneLine().beginObject();
    CoverageJsonFormat.ratio(
        json, "base", differences.ratio(comparison.base().tally(Counter.VERDICT)));
    CoverageJsonFormat.ratio(
        json, "head", differences.ratio(target.coverage().tally(Counter.VERDICT)));
    json.endObject();
    losses();
    told("lost", differences.lost());
    told("born_bare", differences.bornBare());
    told("changed_bare", differences.changedBare());
    json.endObject();
  }

  /// Writes one object for each subject that loses a record or its policies.
  private void losses() throws IOException {
    long written = 0;
    json.name("losses").beginArray();
    for (Loss loss : Losses.of(target, comparison)) {
      for (String subject : loss.subjects()) {
        if (written < LOSSES) {
          loss(loss, subject);
        }
        written++;
      }
    }
    json.endArray();
    json.member("losses_not_listed", Math.max(0, written - LOSSES));
  }

  private void loss(Loss loss, String subject) throws IOException {
    boolean first = subject.equals(loss.subjects().getFirst());
    json.beginObject()
        .member("subject", subject)
        .member("direction", loss.direction().isEmpty() ? null : loss.direction())
        .member("witness", first && loss.witness() != null ? loss.witness().text() : null)
        .member("had", loss.had())
        .member("has", loss.has())
        .member("cause", loss.cause());
    PointExplanation.At at = loss.at();
    if (at == null) {
      json.member("path", null).member("line", null);
    } else {
      json.member("path", at.path()).member("line", at.region().startLine());
    }
    json.member("fix", loss.fix() == null ? null : loss.fix().text()).endObject();
  }

  private void keys(String name, List<SubjectPoint> points) throws IOException {
    json.name(name).beginArray();
    for (SubjectPoint point : points) {
      json.text(point.key());
    }
    json.endArray();
  }

  /// Writes the points of a gate with their changes and places: one object for each policy or
  /// default deny of a namespace.
  private void told(String name, Differences.Part part) throws IOException {
    json.name(name).beginArray();
    for (Blocks.Block block : part.blocks()) {
      for (Blocks.Told told : block.told()) {
        told(block, told);
      }
    }
    json.endArray();
  }

  private void told(Blocks.Block block, Blocks.Told told) throws IOException {
    Entry entry = told.entry();
    json.beginObject()
        .member("happened", block.word())
        .member("point", entry.first().key())
        .member("points", entry.count());
    if (!entry.policies().shown().isEmpty()) {
      json.name("policies");
      CoverageJsonFormat.texts(json, entry.policies().shown());
    }
    CoverageJsonFormat.at(json, "at", told.story().point());
    steps("was", told.was());
    steps("is", told.is());
    PointExplanation story = told.story();
    if (story.remedy() != null) {
      json.name("fix").beginObject().member("title", story.remedy().text());
      if (story.line() != null) {
        json.member("line", story.line());
      }
      CoverageJsonFormat.at(json, "at", story.remedyPlace());
      json.endObject();
    }
    if (story.witness() != null) {
      json.member("witness", story.witness().text());
    }
    json.endObject();
  }

  private void steps(String name, List<PointExplanation.Step> steps) throws IOException {
    json.name(name).beginArray();
    for (PointExplanation.Step step : steps) {
      json.beginObject().member("text", step.text());
      CoverageJsonFormat.at(json, "at", step.at());
      json.endObject();
    }
    json.endArray();
  }
}
