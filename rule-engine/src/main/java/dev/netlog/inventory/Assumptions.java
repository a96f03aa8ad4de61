package dev.netlog.inventory;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// The user's assumptions about a cluster, for what the input does not contain.
///
/// @param values by key: `networkLogging` is `unknown`, `delegated`, `all` or `disabled`;
///   `namespaces` is `unknown` or `unannotated`; other keys are kept for reports
public record Assumptions(Map<String, String> values) {
  /// No assumptions.
  public static final Assumptions NONE = new Assumptions(Map.of());

  public Assumptions {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  /// The value of a key, `unknown` if nothing is assumed.
  public String of(String name) {
    return values.getOrDefault(name, "unknown");
  }
}
