package dev.netlog.cli.report.coverage.format;

import dev.netlog.cli.report.LocatedFinding;
import dev.netlog.cli.report.OutputSettings;
import dev.netlog.cli.report.ReportJson;
import dev.netlog.cli.report.coverage.CoverageFinding;
import dev.netlog.cli.report.coverage.CoverageFormat;
import dev.netlog.cli.report.coverage.CoverageReport;
import dev.netlog.cli.report.coverage.PointExplanation;
import dev.netlog.cli.report.coverage.RefusedEntry;
import dev.netlog.cli.report.coverage.SortedPoints;
import dev.netlog.cli.report.coverage.TargetReport;
import dev.netlog.coverage.Counter;
import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.Ratio;
import dev.netlog.coverage.Tally;
import dev.netlog.coverage.compare.GateResult;
import dev.netlog.io.json.JsonWriter;
import dev.netlog.settings.SettingChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes one JSON document with all results, for programs. The member names are stable: members
/// may be added, never renamed or removed.
///
/// Points are written one per line as they are computed, and never kept in memory.
public final class CoverageJsonFormat implements CoverageFormat {
  @Override
  public String id() {
    return "json";
  }

  @Override
  public void write(CoverageReport report, OutputSettings settings, Appendable out)
      throws IOException {
    JsonWriter json = new JsonWriter(out, JsonWriter.Layout.PRETTY);
    json.beginObject().member("netlog", report.version()).name("targets").beginArray();
    for (TargetReport target : report.targets()) {
      target(json, target);
    }
    json.endArray().name("refused").beginArray();
    for (LocatedFinding finding : report.withoutObject()) {
      ReportJson.finding(json, finding);
    }
    json.endArray().name("notes");
    texts(json, report.notes());
    settings(json, report.settings());
    if (!report.explanation().isEmpty()) {
      json.name("explanation");
      texts(json, report.explanation());
    }
    json.name("summary");
    ReportJson.summary(json, report.summary());
    json.endObject();
    out.append('\n');
  }

  /// A member with the settings that differ from the base; no member if there are none.
  private static void settings(JsonWriter json, List<SettingChange> changes) throws IOException {
    if (changes.isEmpty()) {
      return;
    }
    json.name("settings").beginArray();
    for (SettingChange change : changes) {
      json.onOneLine()
          .beginObject()
          .member("setting", change.setting())
          .member("base", change.base().isEmpty() ? null : change.base())
          .member("head", change.head().isEmpty() ? null : change.head())
          .endObject();
    }
    json.endArray();
  }

  private static void target(JsonWriter json, TargetReport target) throws IOException {
    Coverage coverage = target.coverage();
    json.beginObject().name("target");
    head(json, target);
    json.name("points").beginArray();
    SortedPoints.forEach(coverage, new PointJson(json, coverage.target()));
    json.endArray().name("counters").beginObject();
    for (Counter counter : Counter.values()) {
      json.name(counter.word());
      tally(json, counter, coverage.tally(counter));
    }
    Tally verdicts = coverage.tally(Counter.VERDICT);
    json.endObject().name("ratio").onOneLine().beginObject();
    ratio(json, "low", verdicts.low());
    ratio(json, "high", verdicts.high());
    json.endObject().name("governance").onOneLine().beginObject();
    json.member("governed", coverage.governed()).member("governable", coverage.governable());
    json.endObject().name("ungoverned");
    texts(json, coverage.ungoverned());
    json.name("excluded");
    texts(json, coverage.excluded());
    json.name("inactive_policies");
    texts(json, coverage.inactivePolicies());
    json.name("refused").beginArray();
    for (RefusedEntry refused : target.refused()) {
      refused(json, refused);
    }
    json.endArray();
    json.member("undecided", coverage.undecided()).name("findings").beginArray();
    for (CoverageFinding finding : target.findings()) {
      finding(json, finding);
    }
    json.endArray();
    if (target.comparison() != null) {
      json.name("diff");
      new DifferencesJson(json, target, target.comparison()).write();
    }
    json.name("gates").beginArray();
    for (GateResult gate : target.gates()) {
      gate(json, gate);
    }
    json.endArray().endObject();
  }

  private static void head(JsonWriter json, TargetReport target) throws IOException {
    json.onOneLine().beginObject();
    json.member("platform", target.platform()).member("name", target.name());
    json.name("assume").beginObject();
    Map<String, String> assumed = target.coverage().target().inventory().assumptions().values();
    for (Map.Entry<String, String> each : assumed.entrySet()) {
      json.member(each.getKey(), each.getValue());
    }
    json.endObject().endObject();
  }

  private static void tally(JsonWriter json, Counter counter, Tally tally) throws IOException {
    json.onOneLine().beginObject().member("covered", tally.covered());
    if (!counter.countsPoints()) {
      json.member("partial", tally.partial());
    }
    json.member("missed", tally.missed())
        .member("unknown", tally.unknown())
        .member("total", tally.total())
        .endObject();
  }

  private static void refused(JsonWriter json, RefusedEntry refused) throws IOException {
    json.onOneLine()
        .beginObject()
        .member("object", refused.object())
        .member("path", refused.path())
        .member("line", refused.line())
        .member("message", refused.message())
        .endObject();
  }

  private static void finding(JsonWriter json, CoverageFinding finding) throws IOException {
    json.onOneLine()
        .beginObject()
        .member("code", finding.code())
        .member("object", finding.object())
        .member("message", finding.message())
        .member("rule", finding.rule())
        .member("severity", finding.severity().word());
    at(json, "at", finding.at());
    json.endObject();
  }

  private static void gate(JsonWriter json, GateResult gate) throws IOException {
    json.onOneLine()
        .beginObject()
        .member("gate", gate.gate())
        .name("pass")
        .truth(gate.pass())
        .name("informational")
        .truth(gate.informational())
        .member("actual", gate.actual())
        .member("required", gate.required())
        .member("message", gate.message());
    json.name("failing").beginArray();
    try {
      gate.failing().forEach(key -> text(json, key));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    json.endArray().endObject();
  }

  private static void text(JsonWriter json, String text) {
    try {
      json.text(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A member with a ratio, or `null` if there is nothing to count.
  static void ratio(JsonWriter json, String name, @Nullable Ratio ratio) throws IOException {
    json.member(name, ratio == null ? null : ratio.toString());
  }

  /// An array of texts.
  static void texts(JsonWriter json, List<String> texts) throws IOException {
    json.beginArray();
    for (String text : texts) {
      json.text(text);
    }
    json.endArray();
  }

  /// A member with a place; no member if there is no place.
  static void at(JsonWriter json, String name, PointExplanation.@Nullable At at)
      throws IOException {
    if (at != null) {
      json.name(name).beginObject().member("path", at.path()).name("region");
      ReportJson.region(json, at.region());
      json.endObject();
    }
  }
}
