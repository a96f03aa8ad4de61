package dev.netlog.cli.command;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.rule.DidYouMean;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.RuleInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `netlog explain RULE`: the rule's page, offline. `netlog explain KIND NS/NAME PATH…`: what
/// decides whether one object's verdicts are logged.
final class ExplainCommand implements Command {
  @Override
  public CommandSpec spec(RuleCatalog catalog) {
    CommandSpec spec =
        CommonOptions.command(
            catalog,
            "explain",
            "RULE prints the page of a rule: what happens, why, what to do.",
            "KIND NS/NAME PATH... prints the settings that decide what one object logs, with their"
                + " places: netlog explain networkpolicy payments/api clusters/prod");
    CommonOptions.arguments(
        spec,
        "RULE | KIND NAME",
        "0..*",
        "the id of a rule, as in findings and netlog rules; or a kind, a name and the manifests");
    CommonOptions.judged(spec);
    Configured.option(spec);
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Console console) throws IOException {
    List<String> given = arguments.matchedPositionalValue(0, List.of());
    if (given.isEmpty()) {
      throw new UsageException(
          "explain takes the id of one rule, or a kind and a name; netlog rules lists the rules");
    }
    if (given.size() > 1) {
      return ExplainObject.run(given, arguments, console);
    }
    String id = given.getFirst();
    RuleInfo info = CommonOptions.catalog(arguments).info(id);
    if (info == null) {
      throw unknown(id, CommonOptions.catalog(arguments));
    }
    console.out().write(RulePages.of(info).getBytes(StandardCharsets.UTF_8));
    console.out().flush();
    return ExitCode.CLEAN;
  }

  private static UsageException unknown(String id, RuleCatalog catalog) {
    List<String> ids = catalog.infos().stream().map(RuleInfo::id).toList();
    String meant = DidYouMean.of(id, ids);
    return new UsageException(
        "rule "
            + Quoted.of(id)
            + " is unknown; "
            + (meant == null
                ? "netlog rules lists them"
                : "did you mean " + Quoted.of(meant) + "?"));
  }
}
