package dev.netlog.cli.report.coverage;

import dev.netlog.cli.report.OutputSettings;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/// A format of a coverage report. Stateless; safe for use by several threads.
public interface CoverageFormat {
  /// The name for `--format`.
  String id();

  /// Writes the whole report. The output depends only on the arguments, so that equal runs can be
  /// compared byte by byte.
  void write(CoverageReport report, OutputSettings settings, Appendable out) throws IOException;

  /// Writes the whole report as UTF-8. The stream is flushed and stays open.
  default void write(CoverageReport report, OutputSettings settings, OutputStream stream)
      throws IOException {
    Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    write(report, settings, out);
    out.flush();
  }
}
