package dev.netlog.cli.command;

import dev.netlog.cli.lint.Shown;
import dev.netlog.cli.report.JsonWriter;
import dev.netlog.cli.report.Summary.NotUnderstood;
import dev.netlog.model.ResourceId;
import dev.netlog.model.Value;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/// `show --format json`.
final class ShowJson {
  private ShowJson() {}

  static void write(Shown shown, Writer out) throws IOException {
    JsonWriter json = new JsonWriter(out, JsonWriter.Layout.PRETTY);
    json.beginObject().name("documents").beginArray();
    for (Shown.ShownDocument document : shown.documents()) {
      document(json, document);
    }
    json.endArray().name("settings").beginArray();
    for (Shown.ShownSetting setting : shown.settings()) {
      setting(json, setting);
    }
    json.endArray().name("notUnderstood").beginArray();
    for (NotUnderstood entry : shown.notUnderstood()) {
      json.beginObject()
          .member("path", entry.path())
          .member("line", entry.line())
          .member("reason", entry.reason())
          .member("message", entry.message())
          .endObject();
    }
    json.endArray().endObject();
    out.write('\n');
  }

  private static void document(JsonWriter json, Shown.ShownDocument document) throws IOException {
    json.beginObject()
        .member("path", document.path())
        .member("index", document.index())
        .member("line", document.line());
    Shown.ShownFailure failure = document.failure();
    if (failure == null) {
      json.name("object").value(document.document().value());
    } else {
      json.name("error")
          .beginObject()
          .member("line", failure.region().startLine())
          .member("column", failure.region().startColumn())
          .member("message", failure.problem())
          .endObject();
    }
    json.endObject();
  }

  private static void setting(JsonWriter json, Shown.ShownSetting setting) throws IOException {
    ResourceId id = setting.subject().id();
    json.beginObject()
        .member("path", setting.path())
        .member("line", setting.line())
        .name("subject")
        .beginObject()
        .member("apiVersion", id.apiVersion())
        .member("kind", id.kind())
        .member("namespace", id.namespace())
        .member("name", id.name())
        .endObject()
        .member("platform", setting.setting().platform());
    for (Map.Entry<String, Value> member : setting.setting().members().entrySet()) {
      json.name(member.getKey()).value(member.getValue());
    }
    json.endObject();
  }
}
