package dev.netlog.coverage.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A label selector, requirement by requirement.
record OracleSelector(List<Requirement> requirements) {
  static final OracleSelector ALL = new OracleSelector(List.of());

  /// A value that no selector mentions.
  static final String FRESH = "fresh-value";

  /// What is asked of one label.
  record Requirement(String key, String operator, List<String> values) {
    /// Null stands for a label that is not there.
    boolean holds(@Nullable String value) {
      return switch (operator) {
        case "In" -> value != null && values.contains(value);
        case "NotIn" -> value == null || !values.contains(value);
        case "Exists" -> value != null;
        case "DoesNotExist" -> value == null;
        default -> throw new IllegalArgumentException(operator);
      };
    }
  }

  /// True, false or null for "the input does not say".
  record Answer(@Nullable Boolean known) {
    static final Answer TRUE = new Answer(true);
    static final Answer FALSE = new Answer(false);
    static final Answer UNKNOWN = new Answer(null);

    static Answer of(boolean known) {
      return known ? TRUE : FALSE;
    }

    Answer and(Answer other) {
      if (this.equals(FALSE) || other.equals(FALSE)) {
        return FALSE;
      }
      return this.equals(TRUE) && other.equals(TRUE) ? TRUE : UNKNOWN;
    }
  }

  /// Labels as far as they are known.
  ///
  /// @param known by key
  /// @param generated keys that are there with a value nobody knows
  /// @param open whether there may be others
  record LabelSet(Map<String, String> known, Set<String> generated, boolean open) {
    boolean has(String key) {
      return known.containsKey(key) || generated.contains(key);
    }
  }

  static OracleSelector of(Tree tree) {
    List<Requirement> requirements = new ArrayList<>();
    tree.get("matchLabels")
        .texts()
        .forEach((key, value) -> requirements.add(new Requirement(key, "In", List.of(value))));
    for (Tree each : tree.get("matchExpressions").items()) {
      List<String> values = each.get("values").items().stream().map(v -> v.text("")).toList();
      requirements.add(
          new Requirement(each.get("key").text(""), each.get("operator").text(""), values));
    }
    return new OracleSelector(requirements);
  }

  Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    requirements.forEach(each -> keys.add(each.key()));
    return keys;
  }

  boolean matches(Map<String, String> labels) {
    return requirements.stream().allMatch(each -> each.holds(labels.get(each.key())));
  }

  /// Whether all labels that it takes are taken by another one too.
  boolean implies(OracleSelector other) {
    return samples(List.of(this, other)).stream().allMatch(other::matches);
  }

  Answer matches(LabelSet labels) {
    Answer answer = Answer.TRUE;
    for (String key : keys()) {
      answer = answer.and(matches(key, labels));
    }
    return answer;
  }

  /// Tries each value that the label may have.
  private Answer matches(String key, LabelSet labels) {
    List<Requirement> mine = requirements.stream().filter(r -> r.key().equals(key)).toList();
    boolean some = false;
    boolean all = true;
    for (@Nullable String value : candidates(key, labels, mine)) {
      boolean holds = mine.stream().allMatch(each -> each.holds(value));
      some |= holds;
      all &= holds;
    }
    return some ? all ? Answer.TRUE : Answer.UNKNOWN : Answer.FALSE;
  }

  private static List<@Nullable String> candidates(
      String key, LabelSet labels, List<Requirement> mine) {
    List<@Nullable String> candidates = new ArrayList<>();
    String value = labels.known().get(key);
    if (value != null) {
      candidates.add(value);
    } else if (labels.generated().contains(key) || labels.open()) {
      candidates.add(FRESH);
      mine.forEach(each -> candidates.addAll(each.values()));
      if (!labels.generated().contains(key)) {
        candidates.add(null);
      }
    } else {
      candidates.add(null);
    }
    return candidates;
  }

  /// The smallest labels that satisfy it: the first sorted value that will do, the empty string
  /// where any will; null where none will.
  @Nullable Map<String, String> smallest() {
    Map<String, String> labels = new java.util.TreeMap<>();
    for (String key : keys()) {
      List<Requirement> mine = requirements.stream().filter(r -> r.key().equals(key)).toList();
      if (mine.stream().allMatch(each -> each.holds(null))) {
        continue;
      }
      java.util.TreeSet<String> values = new java.util.TreeSet<>(List.of("", FRESH));
      mine.forEach(each -> values.addAll(each.values()));
      String least = null;
      for (String value : values) {
        if (least == null && mine.stream().allMatch(each -> each.holds(value))) {
          least = value;
        }
      }
      if (least == null) {
        return null;
      }
      labels.put(key, least);
    }
    return labels;
  }

  /// The label sets that the first selector takes, of the values that one of them names and others.
  static Set<Map<String, String>> samples(List<OracleSelector> selectors) {
    Map<String, Set<@Nullable String>> values = new TreeMap<>();
    for (OracleSelector selector : selectors) {
      for (Requirement each : selector.requirements()) {
        values
            .computeIfAbsent(each.key(), _ -> new HashSet<>(Arrays.asList(null, "", FRESH)))
            .addAll(each.values());
      }
    }
    Set<Map<String, String>> samples = new HashSet<>(Set.of(Map.of()));
    values.forEach(
        (key, some) -> {
          for (Map<String, String> sample : List.copyOf(samples)) {
            for (@Nullable String value : some) {
              if (value != null) {
                Map<String, String> more = new TreeMap<>(sample);
                more.put(key, value);
                samples.add(more);
              }
            }
          }
        });
    samples.removeIf(sample -> !selectors.getFirst().matches(sample));
    return samples;
  }
}
