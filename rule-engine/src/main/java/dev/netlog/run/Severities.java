package dev.netlog.run;

import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
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

  /// Whether the user has given the rule a severity, and so asks for it.
  public boolean isAskedFor(String rule) {
    return changed.containsKey(rule);
  }
}
