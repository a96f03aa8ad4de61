package dev.netlog.cli.report;

import dev.netlog.fix.Edit;
import dev.netlog.fix.Fix;
import dev.netlog.io.files.NotUnderstood;
import dev.netlog.io.json.JsonWriter;
import dev.netlog.io.text.Region;
import dev.netlog.model.ResourceId;
import dev.netlog.rule.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The parts of a report as JSON; other outputs use some of them. The member names are stable:
/// members may be added, never renamed or removed.
public final class ReportJson {
  private ReportJson() {}

  /// A finding.
  public static void finding(JsonWriter json, LocatedFinding finding) throws IOException {
    json.beginObject()
        .member("rule", finding.rule().id())
        .member("severity", finding.severity().word())
        .member("platform", finding.rule().platform())
        .member("message", finding.message());
    if (finding.effect() != null) {
      json.member("effect", finding.effect());
    }
    json.name("subject");
    subject(json, finding.subject());
    json.member("path", finding.path()).member("pointer", finding.pointer().toString());
    if (finding.member() != null) {
      json.member("jsonPointer", finding.member().toString());
    }
    json.name("region");
    region(json, finding.region());
    if (!finding.related().isEmpty()) {
      json.name("related");
      related(json, finding.related());
    }
    if (finding.fix() != null) {
      json.name("fix");
      fix(json, finding.fix());
    }
    json.member("fingerprint", finding.fingerprint()).endObject();
  }

  /// The counts of files, objects and findings.
  public static void summary(JsonWriter json, Summary summary) throws IOException {
    json.beginObject()
        .member("files", summary.files())
        .member("documents", summary.documents())
        .member("objects", summary.objects())
        .member("relevant", summary.relevant())
        .member("ignored", summary.ignored())
        .name("platforms")
        .beginArray();
    for (String platform : summary.platforms()) {
      json.text(platform);
    }
    json.endArray().name("findings").beginObject();
    for (Severity severity : Severity.values()) {
      json.member(severity.word(), summary.findings().getOrDefault(severity, 0));
    }
    json.endObject()
        .member("suppressed", summary.suppressed())
        .member("baselined", summary.baselined())
        .name("notUnderstood");
    notUnderstood(json, summary.notUnderstood());
    if (!summary.groups().isEmpty()) {
      groups(json, summary.groups());
    }
    json.endObject();
  }

  private static void groups(JsonWriter json, List<Summary.Group> groups) throws IOException {
    json.name("groups").beginArray();
    for (Summary.Group group : groups) {
      json.beginObject()
          .member("path", group.path())
          .member("target", group.target())
          .member("files", group.files())
          .member("relevant", group.relevant())
          .endObject();
    }
    json.endArray();
  }

  /// An array of what was not understood.
  public static void notUnderstood(JsonWriter json, List<NotUnderstood> entries)
      throws IOException {
    json.beginArray();
    for (NotUnderstood entry : entries) {
      json.beginObject()
          .member("path", entry.path())
          .member("line", entry.line())
          .member("reason", entry.reason())
          .member("message", entry.message())
          .endObject();
    }
    json.endArray();
  }

  /// The identity of an object, or `null`.
  public static void subject(JsonWriter json, @Nullable ResourceId id) throws IOException {
    if (id == null) {
      json.text(null);
      return;
    }
    json.beginObject()
        .member("apiVersion", id.apiVersion())
        .member("kind", id.kind())
        .member("namespace", id.namespace())
        .member("name", id.name())
        .endObject();
  }

  /// A range in a file.
  public static void region(JsonWriter json, Region region) throws IOException {
    json.beginObject()
        .member("startLine", region.startLine())
        .member("startColumn", region.startColumn())
        .member("endLine", region.endLine())
        .member("endColumn", region.endColumn())
        .endObject();
  }

  private static void related(JsonWriter json, List<LocatedFinding.RelatedPlace> places)
      throws IOException {
    json.beginArray();
    for (LocatedFinding.RelatedPlace place : places) {
      json.beginObject().member("path", place.path()).name("region");
      region(json, place.region());
      json.member("message", place.message()).endObject();
    }
    json.endArray();
  }

  private static void fix(JsonWriter json, Fix fix) throws IOException {
    json.beginObject()
        .member("title", fix.title())
        .member("safety", fix.safety().name().toLowerCase(Locale.ROOT))
        .name("edits")
        .beginArray();
    for (Edit edit : fix.edits()) {
      json.beginObject();
      edit(json, edit);
      json.endObject();
    }
    for (Fix.Elsewhere other : fix.elsewhere()) {
      json.beginObject();
      edit(json, other.edit());
      json.member("path", other.resource().origin().path()).name("subject");
      subject(json, other.resource().id());
      json.endObject();
    }
    json.endArray().endObject();
  }

  private static void edit(JsonWriter json, Edit edit) throws IOException {
    json.member("op", edit instanceof Edit.Set ? "set" : "remove")
        .member("pointer", edit.pointer().toString());
    if (edit instanceof Edit.Set set) {
      json.name("value").value(set.value());
    }
  }
}
