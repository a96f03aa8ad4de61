package dev.netlog.network.sets;

import dev.netlog.network.Dimension;
import dev.netlog.network.Label;
import dev.netlog.network.LabelValues;
import dev.netlog.network.NamedPort;
import dev.netlog.network.Protocol;
import java.util.Arrays;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The labels and named ports that a [Box] limits, in order, with their allowed values. A named
/// port is treated as a label that is present or absent.
final class Constraints implements Comparable<Constraints> {
  static final Constraints NONE = new Constraints(new Dimension[0], new LabelValues[0], 0);

  private final Dimension[] dimensions;
  private final LabelValues[] values;
  private final int hash;

  private Constraints(Dimension[] dimensions, LabelValues[] values, int length) {
    this.dimensions = length == dimensions.length ? dimensions : Arrays.copyOf(dimensions, length);
    this.values = length == values.length ? values : Arrays.copyOf(values, length);
    this.hash = Arrays.hashCode(this.dimensions) * 31 + Arrays.hashCode(this.values);
  }

  /// All possible values of a label or a named port.
  static LabelValues universe(Dimension dimension) {
    return dimension instanceof Label label ? label.universe() : LabelValues.any();
  }

  int size() {
    return dimensions.length;
  }

  Dimension dimension(int index) {
    return dimensions[index];
  }

  /// The allowed values, all of them if there is no limit.
  LabelValues get(Dimension dimension) {
    int index = Arrays.binarySearch(dimensions, dimension, Dimension::compare);
    return index < 0 ? universe(dimension) : values[index];
  }

  void forEach(BiConsumer<Dimension, LabelValues> action) {
    for (int i = 0; i < dimensions.length; i++) {
      action.accept(dimensions[i], values[i]);
    }
  }

  /// These constraints with one of them replaced.
  Constraints replace(Dimension dimension, LabelValues left) {
    int found = Arrays.binarySearch(dimensions, dimension, Dimension::compare);
    int place = found < 0 ? -found - 1 : found;
    int after = found < 0 ? place : place + 1;
    int inserted = left.equals(universe(dimension)) ? 0 : 1;
    int length = place + inserted + size() - after;
    Dimension[] all = Arrays.copyOf(dimensions, length);
    LabelValues[] some = Arrays.copyOf(values, length);
    System.arraycopy(dimensions, after, all, place + inserted, size() - after);
    System.arraycopy(values, after, some, place + inserted, size() - after);
    if (inserted == 1) {
      all[place] = dimension;
      some[place] = left;
    }
    return new Constraints(all, some, length);
  }

  /// These constraints with some of them replaced.
  Constraints replace(Map<Dimension, LabelValues> others) {
    Map<Dimension, LabelValues> all = new TreeMap<>(Dimension::compare);
    forEach(all::put);
    all.putAll(others);
    all.entrySet().removeIf(each -> each.getValue().equals(universe(each.getKey())));
    return new Constraints(
        all.keySet().toArray(new Dimension[0]),
        all.values().toArray(new LabelValues[0]),
        all.size());
  }

  /// The intersection of both; null if it is empty.
  @Nullable Constraints intersect(Constraints that) {
    if (size() == 0 || that.size() == 0) {
      return size() == 0 ? that : this;
    }
    Dimension[] all = new Dimension[size() + that.size()];
    LabelValues[] left = new LabelValues[all.length];
    int length = 0;
    int mine = 0;
    int theirs = 0;
    while (mine < size() || theirs < that.size()) {
      int order = order(mine, that, theirs);
      all[length] = order <= 0 ? dimensions[mine] : that.dimensions[theirs];
      left[length] =
          order < 0
              ? values[mine]
              : order > 0 ? that.values[theirs] : values[mine].intersect(that.values[theirs]);
      if (left[length].isEmpty()) {
        return null;
      }
      length++;
      mine += order <= 0 ? 1 : 0;
      theirs += order >= 0 ? 1 : 0;
    }
    return new Constraints(all, left, length);
  }

  /// Whether both overlap.
  boolean meets(Constraints that) {
    int mine = 0;
    int theirs = 0;
    while (mine < size() && theirs < that.size()) {
      int order = order(mine, that, theirs);
      if (order == 0 && !values[mine].intersects(that.values[theirs])) {
        return false;
      }
      mine += order <= 0 ? 1 : 0;
      theirs += order >= 0 ? 1 : 0;
    }
    return true;
  }

  /// Whether these constraints allow everything that the others allow.
  boolean contains(Constraints that) {
    int theirs = 0;
    for (int mine = 0; mine < size(); mine++) {
      while (theirs < that.size() && order(mine, that, theirs) > 0) {
        theirs++;
      }
      if (theirs == that.size()
          || order(mine, that, theirs) < 0
          || !values[mine].contains(that.values[theirs])) {
        return false;
      }
    }
    return true;
  }

  private int order(int mine, Constraints that, int theirs) {
    if (mine == size() || theirs == that.size()) {
      return mine == size() ? 1 : -1;
    }
    return Dimension.compare(dimensions[mine], that.dimensions[theirs]);
  }

  /// Orders by the number of constraints first.
  @Override
  public int compareTo(Constraints that) {
    int bySize = Integer.compare(size(), that.size());
    if (bySize != 0) {
      return bySize;
    }
    int byDimensions = Arrays.compare(dimensions, that.dimensions, Dimension::compare);
    return byDimensions != 0 ? byDimensions : Arrays.compare(values, that.values);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Constraints that
        && hash == that.hash
        && Arrays.equals(dimensions, that.dimensions)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /// For example `{POD app: in [a, b]}`.
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ", "{", "}");
    forEach((dimension, left) -> text.add(name(dimension) + ": " + left));
    return text.toString();
  }

  private static String name(Dimension dimension) {
    return switch (dimension) {
      case Dimension.Line line -> line.name();
      case Label(Label.Owner owner, String key) -> owner + " " + key;
      case NamedPort(Protocol protocol, String name) -> protocol + " " + name;
    };
  }
}
