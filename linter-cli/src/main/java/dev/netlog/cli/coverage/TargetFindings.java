package dev.netlog.cli.coverage;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.input.Places;
import dev.netlog.cli.input.RuleRun;
import dev.netlog.cli.input.Workers;
import dev.netlog.cli.report.LocatedFinding;
import dev.netlog.cli.report.coverage.CoverageFinding;
import dev.netlog.cli.report.coverage.PointExplanation.At;
import dev.netlog.coverage.Coverage;
import dev.netlog.model.Resource;
import dev.netlog.policy.Names;
import dev.netlog.rule.Place;
import dev.netlog.rule.Rule;
import dev.netlog.run.CoverageRuleEngine;
import dev.netlog.run.Finding;
import dev.netlog.run.PlatformUse;
import dev.netlog.run.RuleEngine;
import dev.netlog.run.RuleFailure;
import dev.netlog.run.Severities;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// All findings of `lint` in the objects of a target, with the same messages and with the codes of
/// coverage.
final class TargetFindings {
  private final RuleCatalog catalog;
  private final Places places;
  private final Severities severities;
  private final Workers workers;

  TargetFindings(RuleCatalog catalog, Places places, Severities severities, Workers workers) {
    this.catalog = catalog;
    this.places = places;
    this.severities = severities;
    this.workers = workers;
  }

  /// The findings by object, code and place.
  ///
  /// @param resources all objects of the target, as they were read
  /// @param files findings about the bytes of some of them
  /// @param failed receives each rule that failed with an exception
  List<CoverageFinding> of(
      Coverage coverage,
      List<Resource> resources,
      List<LocatedFinding> files,
      Consumer<RuleFailure> failed) {
    List<CoverageFinding> findings = new ArrayList<>();
    String platform = coverage.target().platform().id();
    RuleEngine engine =
        new RuleEngine(rules(platform), new PlatformUse(Set.of(platform), Set.of()), severities);
    RuleRun.Checked checked =
        new RuleRun(engine, coverage.target().inventory(), resources).check(workers);
    checked.failures().forEach(failed);
    for (Finding finding : checked.findings()) {
      String own = finding.violation().code();
      findings.add(
          finding(
              own == null ? finding.rule().code() : own,
              Names.reference(finding.subject()),
              finding));
    }
    CoverageRuleEngine.forCoverage(catalog.coverageRules(), severities)
        .check(coverage, failed)
        .forEach(result -> findings.add(finding(result)));
    files.forEach(finding -> findings.add(finding(finding)));
    findings.sort(
        (a, b) -> {
          int order = a.object().compareTo(b.object());
          order = order == 0 ? a.code().compareTo(b.code()) : order;
          return order == 0 ? String.valueOf(a.at()).compareTo(String.valueOf(b.at())) : order;
        });
    return findings;
  }

  /// Rules of other platforms belong to other targets.
  private List<Rule> rules(String platform) {
    return catalog.rules().stream()
        .filter(rule -> rule.info().platform() == null || platform.equals(rule.info().platform()))
        .toList();
  }

  private CoverageFinding finding(CoverageRuleEngine.Result result) {
    Finding finding = result.finding();
    return finding == null
        ? new CoverageFinding(
            result.code(),
            result.rule().id(),
            result.severity(),
            result.object(),
            result.violation().violation().message(),
            null)
        : finding(result.code(), result.object(), finding);
  }

  private CoverageFinding finding(String code, String object, Finding finding) {
    return new CoverageFinding(
        code,
        finding.rule().id(),
        finding.severity(),
        object,
        finding.violation().message(),
        at(finding.subject(), finding.violation().place()));
  }

  private static CoverageFinding finding(LocatedFinding finding) {
    return new CoverageFinding(
        finding.rule().code(),
        finding.rule().id(),
        finding.severity(),
        String.valueOf(finding.subject()),
        finding.message(),
        new At(finding.path(), finding.region(), false));
  }

  private @Nullable At at(Resource resource, Place place) {
    return resource.origin().path().isEmpty()
        ? null
        : new At(resource.origin().path(), places.region(resource.origin(), place), false);
  }
}
