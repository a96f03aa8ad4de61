package dev.netlog.cli.change;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Label selectors of Kubernetes.
final class Selectors {
  private Selectors() {}

  /// Whether a selector matches labels; an absent or empty one matches all.
  static boolean matches(@Nullable Node selector, Map<String, String> labels) {
    if (selector == null) {
      return true;
    }
    boolean matches = labels.entrySet().containsAll(selector.texts("matchLabels").entrySet());
    for (Node each : selector.nodes("matchExpressions")) {
      String value = labels.get(each.text("key"));
      List<String> values = each.items("values");
      matches &=
          switch (each.text("operator")) {
            case "In" -> value != null && values.contains(value);
            case "NotIn" -> value == null || !values.contains(value);
            case "Exists" -> value != null;
            default -> value == null;
          };
    }
    return matches;
  }

  /// Whether more labels never take a match away.
  static boolean isPositive(@Nullable Node selector) {
    return selector == null
        || selector.nodes("matchExpressions").stream()
            .allMatch(each -> List.of("In", "Exists").contains(each.text("operator")));
  }

  /// A small label set that a selector matches, for each value of a first `In`.
  static Set<Map<String, String>> examples(@Nullable Node selector) {
    Set<Map<String, String>> examples = new java.util.LinkedHashSet<>();
    Map<String, String> first = selector == null ? Map.of() : selector.texts("matchLabels");
    examples.add(first);
    if (selector != null) {
      for (Node each : selector.nodes("matchExpressions")) {
        if (List.of("In", "Exists").contains(each.text("operator"))) {
          Set<String> values = new TreeSet<>(each.items("values"));
          if (values.isEmpty()) {
            values.add("");
          }
          Set<Map<String, String>> longer = new java.util.LinkedHashSet<>();
          for (Map<String, String> labels : examples) {
            for (String value : values) {
              Map<String, String> more = new TreeMap<>(labels);
              more.putIfAbsent(each.text("key"), value);
              longer.add(more);
            }
          }
          examples = longer;
        }
      }
    }
    examples.removeIf(each -> !matches(selector, each));
    return examples;
  }
}
