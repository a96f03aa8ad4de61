package dev.netlog.inventory;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What the user takes for granted about a cluster where the input does not say it.
///
/// @param values by name: `networkLogging` is `unknown`, `delegated`, `all` or `disabled`;
///   `namespaces` is `unknown` or `unannotated`; other names are kept for reports
public record Assumptions(Map<String, String> values) {
  /// Nothing is taken for granted.
  public static final Assumptions NONE = new Assumptions(Map.of());

  public Assumptions {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  /// The value of a name, `unknown` where nothing is assumed.
  public String of(String name) {
    return values.getOrDefault(name, "unknown");
  }
}
