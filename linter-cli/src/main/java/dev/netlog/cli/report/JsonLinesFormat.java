package dev.netlog.cli.report;

import dev.netlog.io.json.JsonWriter;
import java.io.IOException;

/// Writes one finding per line, and the summary on the last line, for programs that read a stream.
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
