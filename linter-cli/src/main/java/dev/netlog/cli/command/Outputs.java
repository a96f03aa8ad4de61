package dev.netlog.cli.command;

import dev.netlog.cli.report.ColorChoice;
import dev.netlog.cli.report.OutputSettings;
import dev.netlog.cli.report.Palette;
import dev.netlog.io.files.Reasons;
import dev.netlog.rule.Quoted;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// The outputs of a result: standard output in one format, and files in others.
///
/// @param <R> the type of the result
final class Outputs<R> {
  private final Map<String, Format<R>> formats;
  private final List<Output<R>> files = new ArrayList<>();
  private final @Nullable Format<R> printed;
  private final ColorChoice color;
  private final Console console;

  /// Writes a result in one format, as UTF-8.
  interface Format<R> {
    void write(R result, OutputSettings settings, OutputStream out) throws IOException;
  }

  /// @param file null for standard output
  private record Output<R>(Format<R> format, @Nullable Path file) {}

  private Outputs(Map<String, Format<R>> formats, ParseResult arguments, Console console) {
    this.formats = formats;
    this.color = CommonOptions.color(arguments);
    this.console = console;
    String named = CommonOptions.text(arguments, "--format");
    String standard = formats.keySet().iterator().next();
    boolean quiet = named == null && CommonOptions.isOn(arguments, "--quiet");
    this.printed = quiet ? null : format("--format", named == null ? standard : named);
  }

  /// Adds the options.
  ///
  /// @param formats the names of the formats, the default first
  static void options(CommandSpec spec, List<String> formats) {
    CommonOptions.value(
        spec, "--format", "FORMAT", "the format of the report: " + String.join(", ", formats));
    CommonOptions.values(
        spec,
        "--output",
        "FORMAT=FILE",
        "also write the report to a file, in this format; - is standard output; may be repeated");
    CommonOptions.value(spec, "--color", "WHEN", "when to print colours: auto, always or never");
    CommonOptions.flag(
        spec,
        "--quiet",
        "print nothing on standard output, unless --format or --output asks for it");
  }

  /// Parses and checks the options, before any work is done.
  ///
  /// @param formats by name, the default first
  static <R> Outputs<R> of(Map<String, Format<R>> formats, ParseResult arguments, Console console) {
    Outputs<R> outputs = new Outputs<>(formats, arguments, console);
    for (String output : CommonOptions.texts(arguments, "--output")) {
      outputs.files.add(outputs.file(output));
    }
    return outputs;
  }

  private Format<R> format(String option, String name) {
    CommonOptions.oneOf(option, name, List.copyOf(formats.keySet()));
    Format<R> format = formats.get(name);
    if (format == null) {
      throw new IllegalStateException("the name was checked");
    }
    return format;
  }

  private Output<R> file(String output) {
    int equals = output.indexOf('=');
    if (equals < 1 || equals == output.length() - 1) {
      throw new UsageException(
          "--output takes FORMAT=FILE, as in --output json=report.json, not " + Quoted.of(output));
    }
    Format<R> format = format("--output format", output.substring(0, equals));
    String target = output.substring(equals + 1);
    try {
      Path file = target.equals("-") ? null : console.workingDirectory().resolve(target);
      return new Output<>(format, file);
    } catch (InvalidPathException e) {
      throw new UsageException("--output " + Quoted.of(output) + ": this is not a valid path");
    }
  }

  /// Writes all outputs.
  ///
  /// @throws UsageException if a file cannot be written
  /// @throws IOException if standard output fails
  void write(R result) throws IOException {
    for (Output<R> output : files) {
      if (output.file() == null) {
        output.format().write(result, settings(), console.out());
      }
    }
    if (printed != null) {
      printed.write(result, settings(), console.out());
    }
    console.out().flush();
    for (Output<R> output : files) {
      if (output.file() != null) {
        write(result, output.format(), output.file());
      }
    }
  }

  private void write(R result, Format<R> format, Path file) {
    Palette palette = color == ColorChoice.ALWAYS ? Palette.ANSI : Palette.PLAIN;
    try (OutputStream out = Files.newOutputStream(file)) {
      format.write(result, new OutputSettings(palette), out);
    } catch (IOException e) {
      throw new UsageException(
          "cannot write " + file + ": " + Reasons.of(e) + ", or name another file");
    }
  }

  private OutputSettings settings() {
    return new OutputSettings(color.palette(console.environment(), console::outIsTerminal));
  }
}
