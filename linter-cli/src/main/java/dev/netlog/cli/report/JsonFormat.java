package dev.netlog.cli.report;

import dev.netlog.io.json.JsonWriter;
import java.io.IOException;

/// Writes one JSON document with all results, for programs.
final class JsonFormat implements ReportFormat {
  @Override
  public String id() {
    return "json";
  }

  @Override
  public void write(Report report, OutputSettings settings, Appendable out) throws IOException {
    JsonWriter json = new JsonWriter(out, JsonWriter.Layout.PRETTY);
    json.beginObject().member("netlog", report.version()).name("findings").beginArray();
    for (LocatedFinding finding : report.findings()) {
      ReportJson.finding(json, finding);
    }
    json.endArray().name("summary");
    ReportJson.summary(json, report.summary());
    json.endObject();
    out.append('\n');
  }
}
