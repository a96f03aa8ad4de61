package dev.netlog.cli.report;

import dev.netlog.io.json.JsonWriter;
import java.io.IOException;

/// One finding a line and the summary on a line of its own, for programs that read as they go.
final class JsonLinesFormat implements ReportFormat {
  @Override
  public String id() {
    return "jsonl";
  }

  @Override
  public void write(Report report, OutputSettings settings, Appendable out) throws IOException {
    for (LocatedFinding finding : report.findings()) {
      ReportJson.finding(new JsonWriter(out, JsonWriter.Layout.COMPACT), finding);
      out.append('\n');
    }
    JsonWriter json = new JsonWriter(out, JsonWriter.Layout.COMPACT);
    json.beginObject().name("summary");
    ReportJson.summary(json, report.summary());
    json.endObject();
    out.append('\n');
  }
}
