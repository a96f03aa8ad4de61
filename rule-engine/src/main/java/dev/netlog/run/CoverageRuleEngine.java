package dev.netlog.run;

import dev.netlog.model.Resource;
import dev.netlog.platform.CoverageRule;
import dev.netlog.platform.CoverageView;
import dev.netlog.platform.CoverageViolation;
import dev.netlog.rule.Applies;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Runs the rules that need coverage, on one target at a time.
///
/// Stateless after construction; safe for use by several threads.
public final class CoverageRuleEngine {
  private final List<CoverageRule> rules;
  private final Severities severities;

  private CoverageRuleEngine(List<CoverageRule> rules, Severities severities) {
    this.rules = List.copyOf(rules);
    this.severities = severities;
  }

  /// Creates an engine for coverage reports: with all rules that are not off.
  public static CoverageRuleEngine forCoverage(List<CoverageRule> rules, Severities severities) {
    return new CoverageRuleEngine(
        rules.stream().filter(rule -> severities.of(rule.info()) != null).toList(), severities);
  }

  /// Creates an engine for `lint`: without rules that `lint` only runs if settings enable them.
  public static CoverageRuleEngine forLint(List<CoverageRule> rules, Severities severities) {
    return forCoverage(
        rules.stream().filter(rule -> isShown(rule.info(), severities)).toList(), severities);
  }

  private static boolean isShown(RuleInfo rule, Severities severities) {
    return rule.applies() != Applies.WHERE_ENABLED || severities.isAskedFor(rule.id());
  }

  /// The result of a rule on a target.
  ///
  /// @param rule the rule
  /// @param severity the severity
  /// @param code the code in coverage reports
  /// @param violation with the object that has to change
  public record Result(RuleInfo rule, Severity severity, String code, CoverageViolation violation) {
    /// The name of the object in coverage reports.
    public String object() {
      return violation.object();
    }

    /// The finding on the object that has to change; null if that is in no manifest.
    public @Nullable Finding finding() {
      Resource subject = violation.subject();
      return subject == null ? null : new Finding(rule, severity, subject, violation.violation());
    }
  }

  /// The findings on a target, in the order of the rules.
  ///
  /// @param failed receives each rule that failed with an exception; the others still run
  public List<Result> check(CoverageView coverage, Consumer<RuleFailure> failed) {
    String platform = coverage.platform().id();
    List<Result> results = new ArrayList<>();
    for (CoverageRule rule : rules) {
      String own = rule.info().platform();
      if (own == null || own.equals(platform)) {
        check(rule, coverage, results, failed);
      }
    }
    return results;
  }

  private void check(
      CoverageRule rule,
      CoverageView coverage,
      List<Result> results,
      Consumer<RuleFailure> failed) {
    try {
      for (CoverageViolation violation : rule.check(coverage)) {
        String code = violation.code();
        results.add(
            new Result(
                rule.info(),
                severity(rule.info(), violation),
                code == null ? rule.info().code() : code,
                violation));
      }
    } catch (RuntimeException bug) {
      failed.accept(new RuleFailure(rule.info().id(), null, bug));
    }
  }

  /// The settings take precedence, then the violation, then the rule.
  private Severity severity(RuleInfo rule, CoverageViolation violation) {
    Severity own = violation.severity();
    Severity general = severities.of(rule);
    boolean asked = severities.isAskedFor(rule.id());
    return own == null || asked ? (general == null ? rule.severity() : general) : own;
  }
}
