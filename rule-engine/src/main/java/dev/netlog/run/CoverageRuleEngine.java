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

/// Runs the rules that need coverage on one target after the other.
///
/// Stateless after construction; safe for use by several threads.
public final class CoverageRuleEngine {
  private final List<CoverageRule> rules;
  private final Severities severities;

  private CoverageRuleEngine(List<CoverageRule> rules, Severities severities) {
    this.rules = List.copyOf(rules);
    this.severities = severities;
  }

  /// An engine for reports of coverage: with all rules that are not off.
  public static CoverageRuleEngine forCoverage(List<CoverageRule> rules, Severities severities) {
    return new CoverageRuleEngine(
        rules.stream().filter(rule -> severities.of(rule.info()) != null).toList(), severities);
  }

  /// An engine for `lint`: without those that are shown there only where settings ask for them.
  public static CoverageRuleEngine forLint(List<CoverageRule> rules, Severities severities) {
    return forCoverage(
        rules.stream().filter(rule -> isShown(rule.info(), severities)).toList(), severities);
  }

  private static boolean isShown(RuleInfo rule, Severities severities) {
    return rule.applies() != Applies.WHERE_ENABLED || severities.isAskedFor(rule.id());
  }

  /// What a rule says of a target.
  ///
  /// @param rule which one
  /// @param severity what it weighs
  /// @param code what reports of coverage call it
  /// @param violation with the object that has to change
  public record Result(RuleInfo rule, Severity severity, String code, CoverageViolation violation) {
    /// What it is about, as coverage reports name it.
    public String object() {
      return violation.object();
    }

    /// The finding at the object that has to change; null where that is in no manifest.
    public @Nullable Finding finding() {
      Resource subject = violation.subject();
      return subject == null ? null : new Finding(rule, severity, subject, violation.violation());
    }
  }

  /// The findings on a target, in the order of the rules.
  ///
  /// @param failed told of each rule that broke; the others are run all the same
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

  /// What the user says counts, then what the rule says of this case, then what it says of all.
  private Severity severity(RuleInfo rule, CoverageViolation violation) {
    Severity own = violation.severity();
    Severity general = severities.of(rule);
    boolean asked = severities.isAskedFor(rule.id());
    return own == null || asked ? (general == null ? rule.severity() : general) : own;
  }
}
