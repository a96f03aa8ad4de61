package dev.netlog.cli.report.coverage;

import dev.netlog.cli.report.OutputSettings;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/// One way to write a coverage report. Stateless; safe for use by several threads.
public interface CoverageFormat {
  /// The word after `--format`.
  String id();

  /// Writes the whole report. It depends on nothing but the arguments, so that equal runs can be
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
