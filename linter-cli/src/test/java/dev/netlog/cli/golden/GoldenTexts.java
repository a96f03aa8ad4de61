package dev.netlog.cli.golden;

import dev.netlog.cli.lint.LintResult;
import dev.netlog.cli.report.LocatedFinding;
import dev.netlog.cli.report.OutputSettings;
import dev.netlog.cli.report.Report;
import dev.netlog.cli.report.ReportFormats;
import dev.netlog.fix.Edit;
import dev.netlog.fix.Fix;
import dev.netlog.fix.JsonPatch;
import dev.netlog.io.json.JsonWriter;
import dev.netlog.io.text.Region;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the golden files of a case hold.
final class GoldenTexts {
  private GoldenTexts() {}

  /// `findings.txt`: one paragraph a finding.
  static String findings(Report report) {
    StringBuilder text = new StringBuilder();
    for (LocatedFinding finding : report.findings()) {
      Region at = finding.region();
      text.append(at.startLine()).append(':').append(at.startColumn()).append('-');
      text.append(at.endLine()).append(':').append(at.endColumn()).append(' ');
      text.append(finding.severity().word()).append(' ').append(finding.rule().id());
      text.append(' ').append(finding.pointer());
      text.append(finding.member() == null ? "" : " # " + finding.member()).append('\n');
      text.append("  ").append(finding.message()).append('\n');
      if (finding.effect() != null) {
        text.append("  effect: ").append(finding.effect()).append('\n');
      }
      for (LocatedFinding.RelatedPlace place : finding.related()) {
        text.append("  also: ").append(place.region().startLine()).append(':');
        text.append(place.region().startColumn()).append(' ');
        text.append(place.message()).append('\n');
      }
      Fix fix = finding.fix();
      if (fix != null) {
        text.append("  fix: ").append(fix.safety()).append(' ').append(fix.title()).append('\n');
      }
    }
    return text.toString();
  }

  /// `report.txt`: what a person sees.
  static String report(Report report) throws IOException {
    StringBuilder text = new StringBuilder();
    ReportFormats.DEFAULT.write(report, OutputSettings.PLAIN, text);
    return text.toString();
  }

  /// `patch.json`: each fix as the webhook would write it.
  static String patches(LintResult result, IdentityHashMap<LocatedFinding, Value> objects)
      throws IOException {
    List<Value> patches = new ArrayList<>();
    for (LocatedFinding finding : result.report().findings()) {
      Fix fix = finding.fix();
      Value object = objects.get(finding);
      if (fix == null) {
        continue;
      }
      String rule = finding.rule().id();
      if (!fix.edits().isEmpty() && object != null) {
        patches.add(patch(rule, String.valueOf(finding.subject()), object, fix.edits()));
      }
      for (Fix.Elsewhere other : fix.elsewhere()) {
        Resource resource = other.resource();
        patches.add(
            patch(rule, resource.id().toString(), resource.content(), List.of(other.edit())));
      }
    }
    if (patches.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    new JsonWriter(text, JsonWriter.Layout.PRETTY).value(new Value.Sequence(patches));
    return text.append('\n').toString();
  }

  private static Value patch(String rule, String object, Value content, List<Edit> edits) {
    Map<String, Value> entry = new LinkedHashMap<>();
    entry.put("rule", new Value.Text(rule));
    entry.put("object", new Value.Text(object));
    entry.put("patch", JsonPatch.of(content, edits));
    return new Value.Mapping(entry);
  }
}
