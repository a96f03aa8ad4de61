package dev.netlog.network;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A set of values of one label: some values, or all but some, and whether the label may be absent.
///
/// A set of all but some values is never empty: there are more possible label values than a
/// manifest can name. Immutable, compares by content.
public final class LabelValues implements Extent, Comparable<LabelValues> {
  private static final String[] NONE = {};
  private static final LabelValues ANY = new LabelValues(true, NONE, true);
  private static final LabelValues PRESENT = new LabelValues(true, NONE, false);
  private static final LabelValues ABSENT = new LabelValues(false, NONE, true);

  private final boolean allBut;
  private final String[] values;
  private final boolean absent;

  private LabelValues(boolean allBut, String[] values, boolean absent) {
    this.allBut = allBut;
    this.values = values;
    this.absent = absent;
  }

  /// Every value, and absence.
  public static LabelValues any() {
    return ANY;
  }

  /// Every value.
  public static LabelValues present() {
    return PRESENT;
  }

  /// Only absence: the object does not have the label.
  public static LabelValues absent() {
    return ABSENT;
  }

  /// These values.
  public static LabelValues in(Set<String> values) {
    return new LabelValues(false, sorted(values), false);
  }

  /// Every value but these, and absence.
  public static LabelValues notIn(Set<String> values) {
    return new LabelValues(true, sorted(values), true);
  }

  /// The intersection of both sets.
  public LabelValues intersect(LabelValues that) {
    boolean bothAbsent = absent && that.absent;
    if (allBut && that.allBut) {
      return new LabelValues(true, SortedTexts.union(values, that.values), bothAbsent);
    }
    if (allBut) {
      return new LabelValues(false, SortedTexts.minus(that.values, values), bothAbsent);
    }
    String[] left =
        that.allBut
            ? SortedTexts.minus(values, that.values)
            : SortedTexts.intersect(values, that.values);
    return new LabelValues(false, left, bothAbsent);
  }

  /// The difference: this set without the other one.
  public LabelValues minus(LabelValues that) {
    return intersect(that.complement());
  }

  /// The union of both sets.
  public LabelValues union(LabelValues that) {
    return complement().intersect(that.complement()).complement();
  }

  /// Whether the set is empty: no value and not absence.
  @Override
  public boolean isEmpty() {
    return !allBut && !absent && values.length == 0;
  }

  /// The number of values that are named.
  @Override
  public int size() {
    return values.length;
  }

  /// Whether the other set is a subset of this one.
  public boolean contains(LabelValues that) {
    if (that.absent && !absent) {
      return false;
    }
    if (that.allBut) {
      return allBut && SortedTexts.contains(that.values, values);
    }
    return allBut
        ? !SortedTexts.intersects(values, that.values)
        : SortedTexts.contains(values, that.values);
  }

  /// Whether the two sets share a value, or absence.
  public boolean intersects(LabelValues that) {
    if ((absent && that.absent) || (allBut && that.allBut)) {
      return true;
    }
    if (allBut) {
      return !SortedTexts.contains(values, that.values);
    }
    return that.allBut
        ? !SortedTexts.contains(that.values, values)
        : SortedTexts.intersects(values, that.values);
  }

  /// Whether a value is in this set; null means absence.
  public boolean containsValue(@Nullable String valueOrAbsent) {
    return valueOrAbsent == null
        ? absent
        : allBut != (Arrays.binarySearch(values, valueOrAbsent) >= 0);
  }

  /// The values in order, if they are finitely many and the label cannot be absent; else null.
  public @Nullable Set<String> finiteValues() {
    return allBut || absent
        ? null
        : Collections.unmodifiableSet(new LinkedHashSet<>(List.of(values)));
  }

  /// A member for people to read: null, which is absence, if that is in the set, else the first
  /// value, else `other` or the like.
  ///
  /// @throws IllegalStateException where the set is empty
  public @Nullable String pick() {
    return absent ? null : value();
  }

  /// A value of the set.
  ///
  /// @throws IllegalStateException where there is none
  String value() {
    if (!allBut) {
      if (values.length == 0) {
        throw new IllegalStateException("nothing to pick from");
      }
      return values[0];
    }
    String fresh = "other";
    for (int number = 2; !containsValue(fresh); number++) {
      fresh = "other-" + number;
    }
    return fresh;
  }

  /// Whether the set lists its values; else it lists the exceptions.
  public boolean isFinite() {
    return !allBut;
  }

  /// The listed values: the members, or the exceptions. Sorted; must not be changed.
  public String[] named() {
    return values;
  }

  private LabelValues complement() {
    return new LabelValues(!allBut, values, !absent);
  }

  private static String[] sorted(Set<String> values) {
    return new TreeSet<>(values).toArray(NONE);
  }

  /// A total order that is consistent with equality.
  @Override
  public int compareTo(LabelValues that) {
    int byKind = Boolean.compare(allBut, that.allBut);
    if (byKind != 0) {
      return byKind;
    }
    int byAbsence = Boolean.compare(absent, that.absent);
    return byAbsence != 0 ? byAbsence : Arrays.compare(values, that.values);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LabelValues that
        && allBut == that.allBut
        && absent == that.absent
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values) * 4 + (allBut ? 2 : 0) + (absent ? 1 : 0);
  }

  /// For example `in [a, b]`, `not in [a] or absent`.
  @Override
  public String toString() {
    String some = (allBut ? "not in " : "in ") + Arrays.toString(values);
    return absent ? some + " or absent" : some;
  }
}
