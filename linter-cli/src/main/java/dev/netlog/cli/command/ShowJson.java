package dev.netlog.cli.command;

import dev.netlog.cli.lint.ShowResult;
import dev.netlog.cli.report.ReportJson;
import dev.netlog.io.json.JsonWriter;
import dev.netlog.model.Value;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/// `show --format json`.
final class ShowJson {
  private ShowJson() {}

  static void write(ShowResult shown, Writer out) throws IOException {
    JsonWriter json = new JsonWriter(out, JsonWriter.Layout.PRETTY);
    json.beginObject().name("documents").beginArray();
    for (ShowResult.ShownDocument document : shown.documents()) {
      document(json, document);
    }
    json.endArray().name("settings").beginArray();
    for (ShowResult.ShownSetting setting : shown.settings()) {
      setting(json, setting);
    }
    json.endArray().name("notUnderstood");
    ReportJson.notUnderstood(json, shown.notUnderstood());
    json.endObject();
    out.write('\n');
  }

  private static void document(JsonWriter json, ShowResult.ShownDocument document)
      throws IOException {
    json.beginObject()
        .member("path", document.path())
        .member("index", document.index())
        .member("line", document.line());
    ShowResult.ShownFailure failure = document.failure();
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

  private static void setting(JsonWriter json, ShowResult.ShownSetting setting) throws IOException {
    json.beginObject()
        .member("path", setting.path())
        .member("line", setting.line())
        .name("subject");
    ReportJson.subject(json, setting.subject().id());
    json.member("platform", setting.setting().platform());
    for (Map.Entry<String, Value> member : setting.setting().members().entrySet()) {
      json.name(member.getKey()).value(member.getValue());
    }
    json.endObject();
  }
}
