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

/// What the findings of each rule weigh, where the user has said otherwise than the rule.
///
/// @param changed severities by the id of the rule
/// @param off ids of rules that are not run
public record Severities(Map<String, Severity> changed, Set<String> off) {
  /// Each rule's own severity.
  public static final Severities STANDARD = new Severities(Map.of(), Set.of());

  public Severities {
    changed = Collections.unmodifiableMap(new LinkedHashMap<>(changed));
    off = Collections.unmodifiableSet(new LinkedHashSet<>(off));
  }

  /// What a finding of the rule weighs, or null where the rule is off.
  public @Nullable Severity of(RuleInfo rule) {
    return off.contains(rule.id()) ? null : changed.getOrDefault(rule.id(), rule.severity());
  }

  /// What one violation of the rule weighs: as the user says, else as the violation does itself,
  /// else as the rule does. Null where the rule is off.
  public @Nullable Severity of(RuleInfo rule, Violation violation) {
    Severity general = of(rule);
    Severity own = violation.severity();
    return general == null || own == null || isAskedFor(rule.id()) ? general : own;
  }

  /// Whether the user has given the rule a severity, and so asks for it.
  public boolean isAskedFor(String rule) {
    return changed.containsKey(rule);
  }
}
