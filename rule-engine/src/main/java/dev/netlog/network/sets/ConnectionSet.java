package dev.netlog.network.sets;

import dev.netlog.network.Ranges;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A set of connections, as boxes that may overlap.
///
/// Boxes are simplified and sorted, so the order in which they are given does not matter. Sets
/// compare by their boxes: equal sets have the same connections, but sets with the same connections
/// may differ in rare cases. Immutable.
public final class ConnectionSet {
  private static final ConnectionSet EMPTY = new ConnectionSet(List.of());

  private final List<Box> boxes;
  private final int hash;

  // Computed on first use; threads that do so at once get the same result.
  private @Nullable BoxIndex index;

  private ConnectionSet(List<Box> boxes) {
    this.boxes = boxes;
    this.hash = boxes.hashCode();
  }

  /// The empty set.
  public static ConnectionSet empty() {
    return EMPTY;
  }

  /// The connections of all these boxes.
  public static ConnectionSet of(Collection<Box> boxes) {
    return boxes.isEmpty() ? EMPTY : new ConnectionSet(Simplification.of(boxes));
  }

  /// Every connection.
  ///
  /// @param addressUniverse all addresses that are considered
  public static ConnectionSet everything(Ranges addressUniverse) {
    return of(List.of(Box.pods(addressUniverse), Box.outside(addressUniverse)));
  }

  /// The union of both sets.
  public ConnectionSet union(ConnectionSet that) {
    if (isEmpty() || equals(that)) {
      return that;
    }
    if (that.isEmpty()) {
      return this;
    }
    List<Box> all = new ArrayList<>(boxes);
    all.addAll(that.boxes);
    return of(all);
  }

  /// The intersection of both sets. Compares each box with each.
  public ConnectionSet intersect(ConnectionSet that) {
    List<Box> both = new ArrayList<>();
    for (Box mine : boxes) {
      for (Box theirs : that.boxes) {
        Box shared = mine.intersect(theirs);
        if (shared != null) {
          both.add(shared);
        }
      }
    }
    return of(both);
  }

  /// Whether the two sets share a connection.
  public boolean meets(ConnectionSet that) {
    if (boxes.size() > that.boxes.size()) {
      return that.meets(this);
    }
    for (Box box : boxes) {
      for (Box near : that.near(box)) {
        if (box.meets(near)) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether the set is empty.
  public boolean isEmpty() {
    return boxes.isEmpty();
  }

  /// The boxes that overlap another one, and perhaps some more, in order.
  List<Box> near(Box box) {
    if (boxes.size() < BoxIndex.WORTHWHILE) {
      return boxes;
    }
    BoxIndex known = index;
    if (known == null) {
      known = new BoxIndex(boxes);
      index = known;
    }
    return known.near(box);
  }

  /// The boxes in their order.
  public List<Box> boxes() {
    return boxes;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ConnectionSet that && hash == that.hash && boxes.equals(that.boxes);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return boxes.toString();
  }
}
