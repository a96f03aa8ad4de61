package dev.netlog.network;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A Kubernetes label selector: what it demands of each label.
///
/// Immutable, compares by what it demands, not by how that is written.
public final class Selector {
  private static final Selector EVERYTHING = new Selector(Collections.emptySortedMap());

  private final SortedMap<String, LabelValues> constraints;

  /// What became of a manifest's selector.
  public sealed interface Parsed permits Ok, Problem {}

  /// A selector that the API server takes.
  ///
  /// @param selector what it demands
  public record Ok(Selector selector) implements Parsed {}

  /// A selector that the API server refuses.
  ///
  /// @param at what it refuses
  /// @param message why, and what to write instead
  public record Problem(JsonPointer at, String message) implements Parsed {}

  Selector(SortedMap<String, LabelValues> constraints) {
    this.constraints = constraints;
  }

  /// The selector that everything satisfies.
  public static Selector everything() {
    return EVERYTHING;
  }

  /// Reads a selector; null, JSON null and one without requirements select everything.
  ///
  /// @param at the place of the selector, for problems
  public static Parsed parse(@Nullable Value value, JsonPointer at) {
    return new SelectorReader(at).read(value);
  }

  /// Whether an object with these labels satisfies it.
  public Truth matches(KnownLabels labels) {
    Truth result = Truth.TRUE;
    for (Map.Entry<String, LabelValues> each : constraints.entrySet()) {
      result = result.and(holds(each.getKey(), each.getValue(), labels));
    }
    return result;
  }

  /// The values that it demands of each label it names; empty where its requirements contradict
  /// each other. In the order of keys.
  public Map<String, LabelValues> constraints() {
    return Collections.unmodifiableMap(constraints);
  }

  /// Whether every object satisfies it, whatever its labels.
  public boolean isEverything() {
    return constraints.isEmpty();
  }

  /// The fewest labels that satisfy it, in the order of keys, or null where none do. A label that
  /// only has to be there is empty, if it may be.
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
