package dev.netlog.cli.command;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.input.Progress;
import dev.netlog.cli.lint.LintRequest;
import dev.netlog.cli.lint.ShowResult;
import dev.netlog.cli.lint.ShowService;
import dev.netlog.io.files.EmptyInput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `netlog show`: what the cluster sees.
final class ShowCommand implements Command {
  @Override
  public CommandSpec spec(RuleCatalog catalog) {
    CommandSpec spec =
        CommonOptions.command(
            catalog,
            "show",
            "Prints what the cluster sees: every document as kubectl would send it, and the"
                + " logging settings it carries.",
            "Exit code: 0, 1 if kubectl refuses a document, 2 usage or no input, 3 --strict and"
                + " something was not understood.");
    CommonOptions.input(spec);
    Outputs.options(spec, List.of("text", "json"));
    CommonOptions.flag(spec, "--strict", "exit with code 3 if something was not understood");
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Console console) throws IOException {
    Map<String, Outputs.Format<ShowResult>> formats = new LinkedHashMap<>();
    formats.put("text", (shown, _, out) -> written(out, writer -> ShowText.write(shown, writer)));
    formats.put("json", (shown, _, out) -> written(out, writer -> ShowJson.write(shown, writer)));
    Outputs<ShowResult> outputs = Outputs.of(formats, arguments, console);
    CommonOptions.platforms(arguments);
    CommonOptions.isComplete(arguments);
    LintRequest request =
        new LintRequest(
            console.workingDirectory(),
            CommonOptions.paths(arguments),
            Set.of(),
            false,
            CommonOptions.jobs(arguments),
            CommonOptions.bytes(arguments, console),
            Progress.NONE);
    ShowResult shown = new ShowService(CommonOptions.catalog(arguments)).show(request);
    shown.unreadable().forEach(console::say);
    outputs.write(shown);
    return exitCode(shown, request.paths(), CommonOptions.isOn(arguments, "--strict"), console);
  }

  private interface Writing {
    void to(Writer out) throws IOException;
  }

  private static void written(OutputStream stream, Writing writing) throws IOException {
    Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    writing.to(out);
    out.flush();
  }

  private static int exitCode(
      ShowResult shown, List<String> paths, boolean strict, Console console) {
    if (!shown.unreadable().isEmpty()) {
      return ExitCode.USAGE;
    }
    if (shown.empty()) {
      console.say(EmptyInput.line(paths, shown.files()));
      return ExitCode.USAGE;
    }
    if (strict && !shown.notUnderstood().isEmpty()) {
      return ExitCode.INCOMPLETE;
    }
    boolean refused = shown.documents().stream().anyMatch(d -> d.failure() != null);
    return refused ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }
}
