package dev.netlog.run;

import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The severities of rules, as changed by the settings.
///
/// @param changed severities by rule id
/// @param off ids of rules that do not run
public record Severities(Map<String, Severity> changed, Set<String> off) {
  /// The default severities.
  public static final Severities STANDARD = new Severities(Map.of(), Set.of());

  public Severities {
    changed = Collections.unmodifiableMap(new LinkedHashMap<>(changed));
    off = Collections.unmodifiableSet(new LinkedHashSet<>(off));
  }

  /// The severity of the rule's findings, or null if the rule is off.
  public @Nullable Severity of(RuleInfo rule) {
    return off.contains(rule.id()) ? null : changed.getOrDefault(rule.id(), rule.severity());
  }

  /// The severity of one violation: from the settings, else from the violation, else from the rule.
  /// Null if the rule is off.
  public @Nullable Severity of(RuleInfo rule, Violation violation) {
    Severity general = of(rule);
    Severity own = violation.severity();
    return general == null || own == null || isAskedFor(rule.id()) ? general : own;
  }

  /// Whether the settings give the rule a severity, which enables it.
  public boolean isAskedFor(String rule) {
    return changed.containsKey(rule);
  }
}
