package dev.netlog.cli.command;

import dev.netlog.cli.coverage.Base;
import dev.netlog.cli.coverage.CoverageProblem;
import dev.netlog.cli.coverage.CoverageRequest;
import dev.netlog.cli.coverage.CoverageResult;
import dev.netlog.cli.coverage.CoverageService;
import dev.netlog.cli.coverage.Explainer;
import dev.netlog.cli.coverage.Explanation;
import dev.netlog.cli.input.Progress;
import dev.netlog.cli.report.coverage.TargetReport;
import dev.netlog.coverage.compare.GateSettings;
import dev.netlog.io.config.Config;
import dev.netlog.io.git.ComparisonException;
import dev.netlog.rule.DidYouMean;
import dev.netlog.rule.Quoted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/// `netlog explain KIND NS/NAME PATH…`: the settings that decide what one object logs.
final class ExplainObject {
  private ExplainObject() {}

  static int run(List<String> words, ParseResult arguments, Console console) throws IOException {
    ExplainedKinds kinds = new ExplainedKinds(CommonOptions.catalog(arguments));
    String kind = kinds.of(words.get(0));
    String given = words.get(1);
    int slash = given.lastIndexOf('/');
    boolean namespaced = kinds.isNamespaced(kind);
    String namespace = namespaced ? slash < 0 ? "default" : given.substring(0, slash) : null;
    String name = namespaced ? given.substring(slash + 1) : given;
    List<String> paths = words.size() > 2 ? words.subList(2, words.size()) : List.of(".");
    try {
      CoverageResult result =
          new CoverageService(CommonOptions.catalog(arguments))
              .run(request(paths, arguments, console));
      if (!result.unreadable().isEmpty()) {
        result.unreadable().forEach(console::say);
        return ExitCode.USAGE;
      }
      List<Explanation> explanations = new ArrayList<>();
      for (TargetReport target : result.report().targets()) {
        Explainer explainer = new Explainer(target);
        addTo(explanations, explainer.explain(kind, namespace, name));
        if (namespaced && slash < 0) {
          explainer
              .unnamedNamespaces()
              .forEach(each -> addTo(explanations, explainer.explain(kind, each, name)));
        }
      }
      if (explanations.isEmpty()) {
        console.say(missing(kind, given, paths, result));
        return ExitCode.USAGE;
      }
      StringBuilder text = new StringBuilder();
      explanations.forEach(explanation -> ExplanationText.write(explanation, text));
      console.out().write(text.toString().getBytes(StandardCharsets.UTF_8));
      console.out().flush();
      return ExitCode.CLEAN;
    } catch (CoverageProblem e) {
      e.lines().forEach(console::say);
      return ExitCode.USAGE;
    } catch (ComparisonException e) {
      throw new IllegalStateException("there is nothing to compare with", e);
    }
  }

  private static void addTo(List<Explanation> explanations, @Nullable Explanation explanation) {
    if (explanation != null) {
      explanations.add(explanation);
    }
  }

  private static CoverageRequest request(
      List<String> paths, ParseResult arguments, Console console) {
    Config config = Configured.file(arguments, console);
    WantedTargets wanted =
        WantedTargets.of(arguments, new ComparedSettings(config, null, null, BaseConfig.HEAD));
    return new CoverageRequest(
        console.workingDirectory(),
        paths,
        wanted.targets(),
        WantedTargets.assumptions(arguments),
        CommonOptions.isComplete(arguments),
        wanted.rules(),
        config.folder(),
        new Base.None(),
        GateSettings.STANDARD,
        config.settings().severities(),
        CoverageRequest.Family.IPV4,
        CommonOptions.jobs(arguments),
        CommonOptions.bytes(arguments, console),
        Progress.NONE);
  }

  private static String missing(
      String kind, String given, List<String> paths, CoverageResult result) {
    List<String> known = new ArrayList<>();
    result.report().targets().forEach(target -> known.addAll(new Explainer(target).names(kind)));
    List<String> names = known.stream().distinct().toList();
    @Nullable String meant = DidYouMean.of(given, names);
    return "no "
        + kind
        + " "
        + Quoted.of(given)
        + " in "
        + String.join(", ", paths)
        + "; "
        + (meant != null
            ? "did you mean " + Quoted.of(meant) + "?"
            : names.isEmpty()
                ? "the manifests contain none"
                : "there are " + String.join(", ", names.stream().limit(10).toList()));
  }
}
