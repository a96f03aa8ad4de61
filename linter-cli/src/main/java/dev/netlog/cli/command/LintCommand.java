package dev.netlog.cli.command;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.input.Progress;
import dev.netlog.cli.lint.LintRequest;
import dev.netlog.cli.lint.LintResult;
import dev.netlog.cli.lint.LintService;
import dev.netlog.cli.lint.LintSettings;
import dev.netlog.cli.lint.ReportedPaths;
import dev.netlog.cli.report.Report;
import dev.netlog.cli.report.ReportFormats;
import dev.netlog.cli.report.Summary;
import dev.netlog.io.config.Config;
import dev.netlog.io.files.EmptyInput;
import dev.netlog.model.Resource;
import dev.netlog.run.RuleFailure;
import dev.netlog.settings.FailOn;
import dev.netlog.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `netlog lint`: findings and an exit code.
final class LintCommand implements Command {
  private static final String CONTEXT = "--context";

  @Override
  public CommandSpec spec(RuleCatalog catalog) {
    CommandSpec spec =
        CommonOptions.command(
            catalog,
            "lint",
            "Finds network-policy logging settings that the cluster would ignore or refuse.",
            "Exit code: 0 nothing at or above --fail-on, 1 findings, 2 usage or no input,"
                + " 3 internal error, or --strict and something was not understood.");
    CommonOptions.input(spec);
    Configured.option(spec);
    Outputs.options(spec, ReportFormats.ids());
    CommonOptions.value(
        spec,
        "--fail-on",
        "SEVERITY",
        "lowest severity that fails: error, warning, info or never; the default is that of the"
            + " settings, else error");
    CommonOptions.value(
        spec,
        CONTEXT,
        "DIR",
        "read this folder instead of the paths, and report only on the paths in it; for hooks that"
            + " name the files of a commit");
    CommonOptions.flag(spec, "--strict", "exit with code 3 if something was not understood");
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Console console) throws IOException {
    Outputs<Report> outputs = Outputs.of(formats(), arguments, console);
    Config config = Configured.file(arguments, console);
    Settings settings = config.settings();
    FailOn failOn = Configured.failOn(arguments, settings);
    String context = CommonOptions.text(arguments, CONTEXT);
    LintRequest request =
        new LintRequest(
            console.workingDirectory(),
            context == null ? CommonOptions.paths(arguments) : List.of(context),
            Configured.platforms(arguments, settings),
            CommonOptions.isComplete(arguments),
            CommonOptions.jobs(arguments),
            CommonOptions.bytes(arguments, console),
            console.errIsTerminal() ? new ProgressLine(console.err()) : Progress.NONE,
            Configured.assumptions(arguments),
            new LintSettings(
                settings.severities(), config.folder(), Configured.targets(arguments, settings)));
    ReportedPaths reported = context == null ? null : reported(arguments, console, context);
    LintResult all = new LintService(CommonOptions.catalog(arguments)).lint(request);
    LintResult result = reported == null ? all : reported.narrow(all);
    result.unreadable().forEach(console::say);
    result.failures().forEach(failure -> console.say(bug(failure)));
    outputs.write(result.report());
    return exitCode(result, failOn, CommonOptions.isOn(arguments, "--strict"), request, console);
  }

  /// A path that the run does not read would pass without a word.
  private static ReportedPaths reported(ParseResult arguments, Console console, String context) {
    Path folder = console.workingDirectory().resolve(context).normalize();
    List<String> given = arguments.matchedPositionalValue(0, List.of());
    List<Path> paths = new ArrayList<>();
    for (String path : given.isEmpty() ? List.of(context) : given) {
      Path file = console.workingDirectory().resolve(path).normalize();
      if (!file.startsWith(folder) || !Files.exists(file)) {
        throw new UsageException(
            "\"%s\" is not in the folder of --context, \"%s\"; name files and folders below it"
                .formatted(path, context));
      }
      paths.add(file);
    }
    return new ReportedPaths(console.workingDirectory(), paths);
  }

  private static Map<String, Outputs.Format<Report>> formats() {
    Map<String, Outputs.Format<Report>> formats = new LinkedHashMap<>();
    ReportFormats.ALL.forEach(format -> formats.put(format.id(), format::write));
    return formats;
  }

  private static int exitCode(
      LintResult result, FailOn failOn, boolean strict, LintRequest request, Console console) {
    Summary summary = result.report().summary();
    if (!result.unreadable().isEmpty()) {
      return ExitCode.USAGE;
    }
    if (!result.failures().isEmpty() || (strict && !summary.notUnderstood().isEmpty())) {
      return ExitCode.INCOMPLETE;
    }
    boolean failed =
        result.report().findings().stream().anyMatch(finding -> failOn.failsOn(finding.severity()));
    if (!failed && result.empty()) {
      console.say(EmptyInput.line(request.paths(), summary.files()));
      return ExitCode.USAGE;
    }
    return failed ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }

  private static String bug(RuleFailure failure) {
    Resource subject = failure.subject();
    return "rule "
        + failure.rule()
        + " broke"
        + (subject == null ? "" : " on " + subject.id() + " in " + subject.origin().path())
        + " ("
        + failure.cause()
        + "); this is a bug in netlog, please report it with the file";
  }
}
