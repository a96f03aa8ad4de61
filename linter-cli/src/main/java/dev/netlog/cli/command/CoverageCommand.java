package dev.netlog.cli.command;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.coverage.Base;
import dev.netlog.cli.coverage.CoverageProblem;
import dev.netlog.cli.coverage.CoverageRequest;
import dev.netlog.cli.coverage.CoverageResult;
import dev.netlog.cli.coverage.CoverageService;
import dev.netlog.cli.input.Progress;
import dev.netlog.cli.report.Summary;
import dev.netlog.cli.report.coverage.CoverageReport;
import dev.netlog.cli.report.coverage.GateExplanation;
import dev.netlog.cli.report.coverage.format.CoverageFormats;
import dev.netlog.io.config.Config;
import dev.netlog.io.git.ComparisonException;
import dev.netlog.model.Resource;
import dev.netlog.run.RuleFailure;
import dev.netlog.settings.Settings;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `netlog coverage`: the share of policy verdicts that are logged, and the gates on it.
final class CoverageCommand implements Command {
  @Override
  public CommandSpec spec(RuleCatalog catalog) {
    CommandSpec spec =
        CommonOptions.command(
            catalog,
            "coverage",
            "Computes how many verdicts of network policies leave a log record.",
            "Exit code: 0 gates passed or none set, 1 a gate failed or a manifest is not YAML,"
                + " 2 usage, no input, or input that contradicts itself, 3 internal error, or"
                + " --strict and something was not understood.");
    CommonOptions.input(spec);
    Configured.option(spec);
    GateOptions.add(spec);
    Outputs.options(spec, CoverageFormats.ids());
    CommonOptions.flag(
        spec,
        "--ipv6",
        "peers always have IPv6 addresses too; the default: if a rule names an IPv6 block");
    CommonOptions.value(
        spec,
        "--fail-on",
        "SEVERITY",
        "accepted for symmetry; has no effect on coverage, which only gates can fail");
    CommonOptions.flag(spec, "--strict", "exit with code 3 if something was not understood");
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Console console) throws IOException {
    Outputs<CoverageReport> outputs = Outputs.of(formats(), arguments, console);
    Base base = GateOptions.base(arguments);
    try {
      ComparedSettings compared = GateOptions.config(arguments, console, base);
      Config config = compared.inForce();
      Settings settings = config.settings();
      WantedTargets wanted = WantedTargets.of(arguments, compared);
      Configured.failOn(arguments, settings);
      CoverageRequest request =
          new CoverageRequest(
              console.workingDirectory(),
              CommonOptions.paths(arguments),
              wanted.targets(),
              WantedTargets.assumptions(arguments),
              CommonOptions.isComplete(arguments),
              wanted.rules(),
              config.folder(),
              base,
              GateOptions.gates(arguments, settings.coverage()),
              settings.severities(),
              CommonOptions.isOn(arguments, "--ipv6")
                  ? CoverageRequest.Family.DUAL_STACK
                  : CoverageRequest.Family.IPV4,
              CommonOptions.jobs(arguments),
              CommonOptions.bytes(arguments, console),
              console.errIsTerminal() ? new ProgressLine(console.err()) : Progress.NONE);
      CoverageResult result =
          new CoverageService(CommonOptions.catalog(arguments))
              .run(request, WantedTargets.ofHead(arguments, compared));
      return tell(result, compared, arguments, outputs, console);
    } catch (CoverageProblem e) {
      e.lines().forEach(console::say);
      return ExitCode.USAGE;
    } catch (ComparisonException e) {
      console.say(String.valueOf(e.getMessage()));
      return ExitCode.USAGE;
    }
  }

  private static int tell(
      CoverageResult result,
      ComparedSettings compared,
      ParseResult arguments,
      Outputs<CoverageReport> outputs,
      Console console)
      throws IOException {
    Summary summary = result.report().summary();
    if (!result.unreadable().isEmpty()) {
      result.unreadable().forEach(console::say);
      return ExitCode.USAGE;
    }
    result.failures().forEach(failure -> console.say(bug(failure)));
    CoverageReport report = result.report();
    outputs.write(
        CommonOptions.isOn(arguments, "--explain-gate")
            ? report.explained(GateExplanation.of(report, compared.origin()))
            : report);
    boolean strict = CommonOptions.isOn(arguments, "--strict");
    if (!result.failures().isEmpty() || (strict && !summary.notUnderstood().isEmpty())) {
      return ExitCode.INCOMPLETE;
    }
    return result.report().passes() ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  private static String bug(RuleFailure failure) {
    Resource subject = failure.subject();
    return "rule "
        + failure.rule()
        + " broke"
        + (subject == null ? "" : " on " + subject.id())
        + " ("
        + failure.cause()
        + "); this is a bug in netlog, please report it with the file";
  }

  private static Map<String, Outputs.Format<CoverageReport>> formats() {
    Map<String, Outputs.Format<CoverageReport>> formats = new LinkedHashMap<>();
    CoverageFormats.ALL.forEach(format -> formats.put(format.id(), format::write));
    return formats;
  }
}
