package dev.netlog.cli.lint;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.input.Workers;
import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.input.TargetInput;
import dev.netlog.coverage.points.CoverageEngine;
import dev.netlog.fix.Fix;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Origin;
import dev.netlog.model.Resource;
import dev.netlog.platform.Platform;
import dev.netlog.rule.Related;
import dev.netlog.rule.Violation;
import dev.netlog.run.CoverageRuleEngine;
import dev.netlog.run.CoverageRuleEngine.Result;
import dev.netlog.run.Finding;
import dev.netlog.run.RuleFailure;
import dev.netlog.run.Severities;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Runs the rules that need coverage: for each platform in use, on the objects that belong to it.
final class CoverageChecks {
  private final RuleCatalog catalog;
  private final CoverageRuleEngine engine;
  private final CoverageEngine.Parallel parallel;

  CoverageChecks(RuleCatalog catalog, Severities severities, Workers workers) {
    this.catalog = catalog;
    this.engine = CoverageRuleEngine.forLint(catalog.coverageRules(), severities);
    this.parallel = workers::map;
  }

  /// The identity of a finding; equal findings of several platforms are reported once.
  private record Key(String rule, Origin origin, JsonPointer pointer) {
    static Key of(Finding finding) {
      return new Key(
          finding.rule().id(), finding.subject().origin(), finding.violation().place().pointer());
    }
  }

  /// The findings on a scope.
  ///
  /// @param failed receives each rule that failed with an exception; the others still run
  Collection<Finding> check(Scope scope, Consumer<RuleFailure> failed) {
    Map<Key, Finding> findings = new LinkedHashMap<>();
    for (Platform platform : catalog.platforms()) {
      if (scope.platforms().used().contains(platform.id())) {
        for (Finding finding : check(platform, scope, failed)) {
          findings.merge(Key.of(finding), finding, CoverageChecks::more);
        }
      }
    }
    return findings.values();
  }

  /// The one of two findings that has an effect.
  private static Finding more(Finding one, Finding other) {
    return one.violation().effect() == null ? other : one;
  }

  private List<Finding> check(Platform platform, Scope scope, Consumer<RuleFailure> failed) {
    try {
      List<Resource> meant = scope.folders().of(platform, scope.resources());
      TargetInput target =
          TargetInput.agreed(platform, meant, scope.assumptions(), scope.complete());
      Coverage coverage = CoverageEngine.ipv4().evaluate(target, parallel);
      return engine.check(coverage, failed).stream()
          .map(Result::finding)
          .filter(Objects::nonNull)
          .map(this::asWritten)
          .toList();
    } catch (RuntimeException bug) {
      failed.accept(new RuleFailure("coverage of " + platform.id(), null, bug));
      return List.of();
    }
  }

  /// Coverage puts objects without a namespace into their default one; reports name them as
  /// written.
  private Finding asWritten(Finding finding) {
    Violation violation = finding.violation();
    List<Related> related =
        violation.related().stream()
            .map(other -> new Related(asWritten(other.resource()), other.place(), other.message()))
            .toList();
    return new Finding(
        finding.rule(),
        finding.severity(),
        asWritten(finding.subject()),
        violation.withRelated(related).withFix(asWritten(violation.fix())));
  }

  private static @Nullable Fix asWritten(@Nullable Fix fix) {
    return fix == null || fix.elsewhere().isEmpty()
        ? fix
        : new Fix(
            fix.title(),
            fix.safety(),
            fix.edits(),
            fix.elsewhere().stream()
                .map(other -> new Fix.Elsewhere(asWritten(other.resource()), other.edit()))
                .toList());
  }

  private static Resource asWritten(Resource placed) {
    Resource written = Resource.of(placed.content(), placed.origin());
    return written == null ? placed : written;
  }
}
