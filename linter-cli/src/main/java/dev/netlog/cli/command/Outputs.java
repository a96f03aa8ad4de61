package dev.netlog.cli.command;

import dev.netlog.cli.report.ColorChoice;
import dev.netlog.cli.report.OutputSettings;
import dev.netlog.cli.report.Palette;
import dev.netlog.cli.report.Report;
import dev.netlog.cli.report.ReportFormat;
import dev.netlog.cli.report.ReportFormats;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// Where a report goes: standard output in one format, and files in others.
final class Outputs {
  private final List<Output> files = new ArrayList<>();
  private final @Nullable ReportFormat format;
  private final ColorChoice color;
  private final Console console;

  private record Output(ReportFormat format, Path file) {}

  private Outputs(@Nullable ReportFormat format, ColorChoice color, Console console) {
    this.format = format;
    this.color = color;
    this.console = console;
  }

  static void options(CommandSpec spec) {
    Options.value(
        spec,
        "--format",
        "FORMAT",
        "how findings are printed: " + String.join(", ", ReportFormats.ids()));
    Options.values(
        spec,
        "--output",
        "FORMAT=FILE",
        "also write the report to a file, in its own format; may be repeated, - is standard output");
    Options.value(spec, "--color", "WHEN", "auto, always or never");
    Options.flag(
        spec,
        "--quiet",
        "print nothing on standard output, unless --format or --output asks for it");
  }

  /// Reads and checks the options, before any work is done.
  static Outputs of(ParseResult arguments, Console console) {
    String named = Options.text(arguments, "--format");
    boolean quiet = Options.isOn(arguments, "--quiet") && named == null;
    ReportFormat format = named == null ? ReportFormats.DEFAULT : format(named);
    Outputs outputs = new Outputs(quiet ? null : format, Options.color(arguments), console);
    for (String output : Options.texts(arguments, "--output")) {
      outputs.files.add(outputs.file(output));
    }
    return outputs;
  }

  private static ReportFormat format(String id) {
    ReportFormat format = ReportFormats.of(id);
    if (format == null) {
      throw new UsageException(ReportFormats.unknown(id));
    }
    return format;
  }

  private Output file(String output) {
    int equals = output.indexOf('=');
    if (equals < 1 || equals == output.length() - 1) {
      throw new UsageException(
          "--output takes FORMAT=FILE, as in --output json=report.json, not \"" + output + "\"");
    }
    try {
      Path file = console.workingDirectory().resolve(output.substring(equals + 1));
      return new Output(format(output.substring(0, equals)), file);
    } catch (InvalidPathException e) {
      throw new UsageException("--output \"" + output + "\": this is no path here");
    }
  }

  /// Writes the report everywhere.
  ///
  /// @throws UsageException where a file cannot be written
  /// @throws IOException where standard output fails
  void write(Report report) throws IOException {
    for (Output output : files) {
      if (output.file().endsWith("-")) {
        output.format().write(report, settings(), console.out());
        continue;
      }
      try (OutputStream out = Files.newOutputStream(output.file())) {
        Palette palette = color == ColorChoice.ALWAYS ? Palette.ANSI : Palette.PLAIN;
        output.format().write(report, new OutputSettings(palette), out);
      } catch (IOException e) {
        throw new UsageException(
            "cannot write " + output.file() + " (" + e.getMessage() + "); name another file");
      }
    }
    if (format != null) {
      format.write(report, settings(), console.out());
    }
    console.out().flush();
  }

  private OutputSettings settings() {
    return new OutputSettings(color.palette(console.environment(), console::outIsTerminal));
  }
}
