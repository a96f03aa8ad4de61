package dev.netlog.coverage.connectivity;

import dev.netlog.coverage.oracle.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Labels that a selector matches or nearly matches.
final class Variants {
  /// A value that no selector mentions.
  private static final String OTHER = "other-value";

  /// What a selector asks of one label, by key.
  private final Map<String, List<Tree>> asked = new LinkedHashMap<>();

  private Variants(Tree selector) {
    selector
        .get("matchLabels")
        .texts()
        .forEach(
            (key, value) -> ask(Tree.map("key", key, "operator", "In", "values", List.of(value))));
    selector.get("matchExpressions").items().forEach(this::ask);
  }

  private void ask(Map<String, @Nullable Object> requirement) {
    ask(new Tree(Tree.value(requirement)));
  }

  private void ask(Tree requirement) {
    asked.computeIfAbsent(requirement.get("key").text(""), _ -> new ArrayList<>()).add(requirement);
  }

  /// First labels that match, if any do; then those that differ from them in one label.
  static List<Map<String, String>> of(Tree selector) {
    return new Variants(selector).all();
  }

  private List<Map<String, String>> all() {
    Map<String, List<@Nullable String>> values = new LinkedHashMap<>();
    Map<String, String> matching = new TreeMap<>();
    asked.forEach(
        (key, requirements) -> {
          List<@Nullable String> candidates = candidates(requirements);
          values.put(key, candidates);
          for (@Nullable String candidate : candidates) {
            if (requirements.stream().allMatch(each -> holds(each, candidate))) {
              put(matching, key, candidate);
              break;
            }
          }
        });
    Set<Map<String, String>> all = new LinkedHashSet<>();
    all.add(matching);
    values.forEach(
        (key, candidates) -> {
          for (@Nullable String candidate : candidates) {
            Map<String, String> near = new TreeMap<>(matching);
            put(near, key, candidate);
            all.add(near);
          }
        });
    return List.copyOf(all);
  }

  private static void put(Map<String, String> labels, String key, @Nullable String value) {
    if (value == null) {
      labels.remove(key);
    } else {
      labels.put(key, value);
    }
  }

  /// What is asked for comes first, then nothing, another value and an empty one.
  private static List<@Nullable String> candidates(List<Tree> requirements) {
    Set<String> mentioned = new LinkedHashSet<>();
    for (Tree requirement : requirements) {
      requirement.get("values").items().forEach(value -> mentioned.add(value.text("")));
    }
    List<@Nullable String> candidates = new ArrayList<>(mentioned);
    candidates.add(null);
    candidates.add(OTHER);
    if (mentioned.add("")) {
      candidates.add("");
    }
    return candidates;
  }

  private static boolean holds(Tree requirement, @Nullable String value) {
    boolean named =
        requirement.get("values").items().stream().anyMatch(each -> each.text("").equals(value));
    return switch (requirement.get("operator").text("")) {
      case "In" -> value != null && named;
      case "NotIn" -> value == null || !named;
      case "Exists" -> value != null;
      default -> value == null;
    };
  }
}
