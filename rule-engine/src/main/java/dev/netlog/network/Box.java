package dev.netlog.network;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Connections of one pod to or from peers, as a product: peers that are pods or peers outside the
/// cluster, times their addresses, times protocols and ports, times the values of each label, times
/// whether a named port is meant.
///
/// Never empty: what would empty a box answers null. Any pod exists, with any labels in any
/// namespace and at any address. Immutable, compares by content.
public final class Box implements Comparable<Box> {
  private static final LabelValues DECLARED = LabelValues.present();
  private static final LabelValues NOT_DECLARED = LabelValues.absent();

  private final boolean pod;
  private final Ranges addresses;
  private final Ranges ports;

  /// Labels and named ports. A named port is a label that is present or absent. What is not limited
  /// is not here.
  private final SortedMap<Dimension, LabelValues> limits;

  private Box(
      boolean pod, Ranges addresses, Ranges ports, SortedMap<Dimension, LabelValues> limits) {
    this.pod = pod;
    this.addresses = addresses;
    this.ports = ports;
    this.limits = limits;
  }

  /// Every pod as the peer, on every port.
  ///
  /// @param addressUniverse the addresses that count, not empty
  public static Box pods(Ranges addressUniverse) {
    return universe(true, addressUniverse);
  }

  /// Every address outside the cluster as the peer, on every port.
  ///
  /// @param addressUniverse the addresses that count, not empty
  public static Box outside(Ranges addressUniverse) {
    return universe(false, addressUniverse);
  }

  private static Box universe(boolean pod, Ranges addresses) {
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("a box has an address");
    }
    return new Box(pod, addresses, Ports.all(), noLimits());
  }

  private static SortedMap<Dimension, LabelValues> noLimits() {
    return new TreeMap<>(Dimension::compare);
  }

  /// Whether the peers are pods; else they are addresses outside the cluster.
  public boolean isPods() {
    return pod;
  }

  /// The addresses of the peers.
  public Ranges addresses() {
    return addresses;
  }

  /// The protocols and ports, as in [Ports].
  public Ranges ports() {
    return ports;
  }

  /// The values of each label that is limited, in the order of labels.
  public Map<Label, LabelValues> labels() {
    Map<Label, LabelValues> labels = new TreeMap<>();
    limits.forEach(
        (dimension, values) -> {
          if (dimension instanceof Label label) {
            labels.put(label, values);
          }
        });
    return Collections.unmodifiableMap(labels);
  }

  /// The values that a label has in this box, whether it is limited or not.
  public LabelValues label(Label label) {
    return limits.getOrDefault(label, label.universe());
  }

  /// The named ports that are limited, and whether they are declared there.
  public Map<NamedPort, Boolean> namedPorts() {
    Map<NamedPort, Boolean> ports = new TreeMap<>();
    limits.forEach(
        (dimension, values) -> {
          if (dimension instanceof NamedPort port) {
            ports.put(port, values.equals(DECLARED));
          }
        });
    return Collections.unmodifiableMap(ports);
  }

  /// The part with these addresses; null where there is none.
  public @Nullable Box withAddresses(Ranges only) {
    return with(Dimension.Line.ADDRESSES, only);
  }

  /// The part with these protocols and ports; null where there is none.
  public @Nullable Box withPorts(Ranges only) {
    return with(Dimension.Line.PORTS, only);
  }

  /// The part where a label has one of these values; null where there is none.
  ///
  /// @throws IllegalStateException where the peers are no pods
  public @Nullable Box withLabel(Label label, LabelValues only) {
    return with(label, only);
  }

  /// The part where the peer pod declares a named port at the port of the connection, or does not;
  /// null where there is none.
  ///
  /// @throws IllegalStateException where the peers are no pods
  public @Nullable Box withNamedPort(NamedPort port, boolean declared) {
    return with(port, declared ? DECLARED : NOT_DECLARED);
  }

  /// What is in both boxes; null where there is nothing.
  public @Nullable Box intersect(Box that) {
    if (pod != that.pod) {
      return null;
    }
    Ranges bothAddresses = addresses.intersect(that.addresses);
    Ranges bothPorts = ports.intersect(that.ports);
    if (bothAddresses.isEmpty() || bothPorts.isEmpty()) {
      return null;
    }
    SortedMap<Dimension, LabelValues> both = new TreeMap<>(limits);
    for (Map.Entry<Dimension, LabelValues> each : that.limits.entrySet()) {
      LabelValues values = both.merge(each.getKey(), each.getValue(), LabelValues::intersect);
      if (values.isEmpty()) {
        return null;
      }
    }
    return new Box(pod, bothAddresses, bothPorts, both);
  }

  /// Whether the other box lies within this one.
  public boolean contains(Box that) {
    if (pod != that.pod || limits.size() > that.limits.size()) {
      return false;
    }
    for (Map.Entry<Dimension, LabelValues> each : limits.entrySet()) {
      LabelValues theirs = that.limits.get(each.getKey());
      if (theirs == null || !each.getValue().contains(theirs)) {
        return false;
      }
    }
    return ports.contains(that.ports) && addresses.contains(that.addresses);
  }

  /// Whether the two boxes share a connection.
  boolean meets(Box that) {
    if (pod != that.pod || !ports.intersects(that.ports) || !addresses.intersects(that.addresses)) {
      return false;
    }
    for (Map.Entry<Dimension, LabelValues> each : limits.entrySet()) {
      LabelValues theirs = that.limits.get(each.getKey());
      if (theirs != null && !each.getValue().intersects(theirs)) {
        return false;
      }
    }
    return true;
  }

  /// What this box has in a dimension.
  Side side(Dimension dimension) {
    return switch (dimension) {
      case Dimension.Line line -> line == Dimension.Line.ADDRESSES ? addresses : ports;
      case Label label -> label(label);
      case NamedPort port -> limits.getOrDefault(port, LabelValues.any());
    };
  }

  /// The labels and named ports that are limited, in order.
  Map<Dimension, LabelValues> limits() {
    return Collections.unmodifiableMap(limits);
  }

  /// The part within a side; null where there is none.
  @Nullable Box with(Dimension dimension, Side only) {
    Side left = side(dimension).shared(only);
    return left.isEmpty() ? null : replace(dimension, left);
  }

  /// This box with another side, which is not empty, in the place of its own.
  Box replace(Dimension dimension, Side side) {
    return switch (dimension) {
      case Dimension.Line line ->
          line == Dimension.Line.ADDRESSES
              ? new Box(pod, (Ranges) side, ports, limits)
              : new Box(pod, addresses, (Ranges) side, limits);
      case Label label -> limit(label, (LabelValues) side, label.universe());
      case NamedPort port -> limit(port, (LabelValues) side, LabelValues.any());
    };
  }

  /// This box with everything in a dimension. For lines that is a set of its own, the same for all.
  Box unlimited(Dimension dimension) {
    return switch (dimension) {
      case Dimension.Line.ADDRESSES -> replace(dimension, Addresses.ipv4AndIpv6());
      case Dimension.Line.PORTS -> replace(dimension, Ports.all());
      case Label label -> replace(label, label.universe());
      case NamedPort port -> replace(port, LabelValues.any());
    };
  }

  private Box limit(Dimension dimension, LabelValues values, LabelValues universe) {
    if (!pod) {
      throw new IllegalStateException("only pods have labels and named ports");
    }
    SortedMap<Dimension, LabelValues> more = new TreeMap<>(limits);
    if (values.equals(universe)) {
      more.remove(dimension);
    } else {
      more.put(dimension, values);
    }
    return new Box(pod, addresses, ports, more);
  }

  /// Peers outside first, then by the number of limits, so that what is wide comes early.
  @Override
  public int compareTo(Box that) {
    return BoxOrder.INSTANCE.compare(this, that);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Box that
        && pod == that.pod
        && limits.equals(that.limits)
        && ports.equals(that.ports)
        && addresses.equals(that.addresses);
  }

  @Override
  public int hashCode() {
    return Objects.hash(pod, limits, ports, addresses);
  }

  @Override
  public String toString() {
    return (pod ? "pods " : "outside ") + limits + " ports " + ports + " at " + addresses;
  }
}
