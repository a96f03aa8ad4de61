package dev.netlog.run;

import dev.netlog.inventory.Inventory;
import dev.netlog.model.Resource;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Runs the rules that apply, on one resource at a time.
///
/// Stateless after construction; safe for use by several threads.
public final class RuleEngine {
  private final List<Rule> rules;
  private final Severities severities;

  /// Creates an engine with the rules that apply to the platforms in use.
  public RuleEngine(List<Rule> rules, PlatformUse platforms) {
    this(rules, platforms, Severities.STANDARD);
  }

  /// Creates an engine with the rules that apply to the platforms in use and are not off.
  public RuleEngine(List<Rule> rules, PlatformUse platforms, Severities severities) {
    this.severities = severities;
    this.rules =
        rules.stream()
            .filter(rule -> severities.of(rule.info()) != null && applies(rule.info(), platforms))
            .toList();
  }

  /// The findings on one resource, in the order of the rules.
  ///
  /// @param failed receives each rule that failed with an exception; the others still run
  public List<Finding> check(Resource subject, Inventory inventory, Consumer<RuleFailure> failed) {
    return check(subject, inventory, failed, () -> {});
  }

  /// The same, for a caller with a time limit.
  ///
  /// @param before called before each rule; an exception from it ends the check
  public List<Finding> check(
      Resource subject, Inventory inventory, Consumer<RuleFailure> failed, Runnable before) {
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : rules) {
      before.run();
      for (Violation violation : violations(rule, subject, inventory, failed)) {
        Severity severity = severities.of(rule.info(), violation);
        if (severity != null) {
          findings.add(new Finding(rule.info(), severity, subject, violation));
        }
      }
    }
    return findings;
  }

  private static List<Violation> violations(
      Rule rule, Resource subject, Inventory inventory, Consumer<RuleFailure> failed) {
    try {
      return rule.check(subject, inventory);
    } catch (RuntimeException bug) {
      failed.accept(new RuleFailure(rule.info().id(), subject, bug));
      return List.of();
    }
  }

  private static boolean applies(RuleInfo info, PlatformUse platforms) {
    String platform = info.platform();
    return switch (info.applies()) {
      case ALWAYS -> true;
      case WHERE_PLATFORM_IS_USED -> platform == null || platforms.used().contains(platform);
      case WHERE_ENABLED -> false;
      case WHERE_PLATFORM_IS_NAMED ->
          platform == null ? !platforms.named().isEmpty() : platforms.named().contains(platform);
    };
  }
}
