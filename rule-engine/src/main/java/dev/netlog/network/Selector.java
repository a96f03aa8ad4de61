package dev.netlog.network;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A Kubernetes label selector, as a set of allowed values for each label.
///
/// Immutable; compares by meaning, not by how it is written.
public final class Selector {
  private static final Selector EVERYTHING = new Selector(Collections.emptySortedMap());

  private final SortedMap<String, LabelValues> constraints;

  /// The result of reading a selector.
  public sealed interface Parsed permits Ok, Problem {}

  /// A valid selector.
  ///
  /// @param selector the selector
  public record Ok(Selector selector) implements Parsed {}

  /// A selector that the API server refuses.
  ///
  /// @param at the place of the error
  /// @param message the error, and what to write instead
  public record Problem(JsonPointer at, String message) implements Parsed {}

  Selector(SortedMap<String, LabelValues> constraints) {
    this.constraints = constraints;
  }

  /// The selector that matches everything.
  public static Selector everything() {
    return EVERYTHING;
  }

  /// Reads a selector; null, JSON null and a selector without requirements match everything.
  ///
  /// @param at the place of the selector, for problems
  public static Parsed parse(@Nullable Value value, JsonPointer at) {
    return new SelectorReader(at).read(value);
  }

  /// Whether an object with these labels matches.
  public Truth matches(KnownLabels labels) {
    Truth result = Truth.TRUE;
    for (Map.Entry<String, LabelValues> each : constraints.entrySet()) {
      result = result.and(holds(each.getKey(), each.getValue(), labels));
    }
    return result;
  }

  /// Whether each object that matches also matches another selector, whatever its labels.
  public boolean implies(Selector other) {
    if (constraints.values().stream().anyMatch(LabelValues::isEmpty)) {
      return true;
    }
    return other.constraints.entrySet().stream()
        .allMatch(
            each ->
                each.getValue()
                    .contains(constraints.getOrDefault(each.getKey(), LabelValues.any())));
  }

  /// The allowed values of each label that it names, in the order of keys; empty if its
  /// requirements contradict each other.
  public Map<String, LabelValues> constraints() {
    return Collections.unmodifiableMap(constraints);
  }

  /// Whether every object matches, whatever its labels.
  public boolean isEverything() {
    return constraints.isEmpty();
  }

  /// The smallest set of labels that matches, in the order of keys, or null if none does. A label
  /// that only has to exist gets an empty value if that is allowed.
  public @Nullable Map<String, String> smallestLabels() {
    Map<String, String> labels = new TreeMap<>();
    for (Map.Entry<String, LabelValues> each : constraints.entrySet()) {
      LabelValues values = each.getValue();
      if (values.isEmpty()) {
        return null;
      }
      if (!values.containsValue(null)) {
        labels.put(each.getKey(), values.containsValue("") ? "" : values.value());
      }
    }
    return Collections.unmodifiableMap(labels);
  }

  private static Truth holds(String key, LabelValues demanded, KnownLabels labels) {
    String value = labels.known().get(key);
    if (value != null) {
      return demanded.containsValue(value) ? Truth.TRUE : Truth.FALSE;
    }
    if (labels.unknownValues().contains(key)) {
      return among(LabelValues.present(), demanded);
    }
    boolean open = labels.othersUnknown() || labels.uncertain().contains(key);
    return among(open ? LabelValues.any() : LabelValues.absent(), demanded);
  }

  private static Truth among(LabelValues possible, LabelValues demanded) {
    if (demanded.contains(possible)) {
      return Truth.TRUE;
    }
    return demanded.intersects(possible) ? Truth.UNKNOWN : Truth.FALSE;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Selector that && constraints.equals(that.constraints);
  }

  @Override
  public int hashCode() {
    return constraints.hashCode();
  }

  @Override
  public String toString() {
    return constraints.toString();
  }
}
