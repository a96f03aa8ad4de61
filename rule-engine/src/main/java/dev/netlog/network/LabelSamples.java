package dev.netlog.network;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Creates sets of labels that match a selector, enough to find one that another selector does not
/// match.
public final class LabelSamples {
  /// The maximum number of combinations; beyond it, only one label at a time varies.
  private static final int MOST = 256;

  private final Selector selector;
  private final Map<String, String> smallest;
  private final Map<String, Set<@Nullable String>> choices = new TreeMap<>();

  private LabelSamples(Selector selector, Map<String, String> smallest) {
    this.selector = selector;
    this.smallest = smallest;
  }

  /// The sets: the smallest one, each value that either selector names, and for each label that
  /// allows other values also absence, the empty value and a value that neither names. None if the
  /// selector matches nothing.
  ///
  /// @param other the selector to compare with
  public static Set<Map<String, String>> of(Selector selector, Selector other) {
    Map<String, String> smallest = selector.smallestLabels();
    if (smallest == null) {
      return Set.of();
    }
    LabelSamples samples = new LabelSamples(selector, smallest);
    Set<String> keys = new TreeSet<>(selector.constraints().keySet());
    keys.addAll(other.constraints().keySet());
    keys.forEach(key -> samples.choices.put(key, samples.choices(key, other)));
    return samples.sets();
  }

  private Set<@Nullable String> choices(String key, Selector other) {
    LabelValues allowed = selector.constraints().getOrDefault(key, LabelValues.any());
    LabelValues others = other.constraints().getOrDefault(key, LabelValues.any());
    Set<@Nullable String> choices = new LinkedHashSet<>();
    choices.add(smallest.get(key));
    Set<@Nullable String> wanted = new LinkedHashSet<>();
    wanted.add(null);
    wanted.add("");
    wanted.addAll(List.of(allowed.named()));
    wanted.addAll(List.of(others.named()));
    Set<String> named = new TreeSet<>(List.of(allowed.named()));
    named.addAll(List.of(others.named()));
    wanted.add(anotherThan(named));
    wanted.stream().filter(allowed::containsValue).forEach(choices::add);
    return choices;
  }

  /// A value that no selector is likely to name, so that it represents all other values.
  private static String anotherThan(Set<String> named) {
    String value = "another-value";
    while (named.contains(value)) {
      value += "-x";
    }
    return value;
  }

  private Set<Map<String, String>> sets() {
    long combinations = 1;
    for (Set<@Nullable String> values : choices.values()) {
      combinations = Math.min(MOST + 1L, combinations * values.size());
    }
    Set<Map<String, String>> sets = new LinkedHashSet<>();
    sets.add(smallest);
    for (Map.Entry<String, Set<@Nullable String>> each : choices.entrySet()) {
      List<Map<String, String>> from =
          combinations > MOST ? List.of(smallest) : new ArrayList<>(sets);
      for (Map<String, String> set : from) {
        each.getValue().forEach(value -> sets.add(with(set, each.getKey(), value)));
      }
    }
    return sets;
  }

  private static Map<String, String> with(
      Map<String, String> set, String key, @Nullable String value) {
    Map<String, String> changed = new TreeMap<>(set);
    if (value == null) {
      changed.remove(key);
    } else {
      changed.put(key, value);
    }
    return changed;
  }
}
