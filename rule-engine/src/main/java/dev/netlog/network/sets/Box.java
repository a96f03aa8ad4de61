package dev.netlog.network.sets;

import dev.netlog.network.Addresses;
import dev.netlog.network.Dimension;
import dev.netlog.network.Extent;
import dev.netlog.network.Label;
import dev.netlog.network.LabelValues;
import dev.netlog.network.NamedPort;
import dev.netlog.network.Ports;
import dev.netlog.network.Ranges;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Connections of one pod to or from peers, as a product: pods or addresses outside the cluster as
/// peers, times their addresses, times protocols and ports, times the values of each label, times
/// whether the port has a given name.
///
/// Never empty: operations return null instead of an empty box. Assumes that any pod may exist,
/// with any labels in any namespace and at any address. Immutable, compares by content.
public final class Box implements Comparable<Box> {
  private static final LabelValues DECLARED = LabelValues.present();
  private static final LabelValues NOT_DECLARED = LabelValues.absent();

  private final boolean pod;
  private final Ranges addresses;
  private final Ranges ports;

  private final Constraints limits;
  private final int hash;

  private Box(boolean pod, Ranges addresses, Ranges ports, Constraints limits) {
    this.pod = pod;
    this.addresses = addresses;
    this.ports = ports;
    this.limits = limits;
    this.hash =
        ((limits.hashCode() * 31 + ports.hashCode()) * 31 + addresses.hashCode()) * 2
            + (pod ? 1 : 0);
  }

  /// Every pod as the peer, on every port.
  ///
  /// @param addressUniverse all addresses that are considered, not empty
  public static Box pods(Ranges addressUniverse) {
    return universe(true, addressUniverse);
  }

  /// Every address outside the cluster as the peer, on every port.
  ///
  /// @param addressUniverse all addresses that are considered, not empty
  public static Box outside(Ranges addressUniverse) {
    return universe(false, addressUniverse);
  }

  private static Box universe(boolean pod, Ranges addresses) {
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("a box has an address");
    }
    return new Box(pod, addresses, Ports.all(), Constraints.NONE);
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

  /// The allowed values of each limited label, in the order of labels.
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
    return limits.get(label);
  }

  /// The named ports that are limited, and whether the peer declares them.
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

  /// The part with these addresses; null if it is empty.
  public @Nullable Box withAddresses(Ranges only) {
    return with(Dimension.Line.ADDRESSES, only);
  }

  /// The part with these protocols and ports; null if it is empty.
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

  /// The intersection of both boxes; null if it is empty.
  public @Nullable Box intersect(Box that) {
    if (pod != that.pod) {
      return null;
    }
    Ranges bothAddresses = addresses.intersect(that.addresses);
    Ranges bothPorts = ports.intersect(that.ports);
    if (bothAddresses.isEmpty() || bothPorts.isEmpty()) {
      return null;
    }
    Constraints both = limits.intersect(that.limits);
    return both == null ? null : new Box(pod, bothAddresses, bothPorts, both);
  }

  /// Whether the other box is contained in this one.
  public boolean contains(Box that) {
    return pod == that.pod
        && limits.contains(that.limits)
        && ports.contains(that.ports)
        && addresses.contains(that.addresses);
  }

  /// Whether the two boxes share a connection.
  public boolean meets(Box that) {
    return pod == that.pod
        && ports.intersects(that.ports)
        && limits.meets(that.limits)
        && addresses.intersects(that.addresses);
  }

  /// The extent of this box in a dimension.
  Extent side(Dimension dimension) {
    return switch (dimension) {
      case Dimension.Line line -> line == Dimension.Line.ADDRESSES ? addresses : ports;
      case Label _, NamedPort _ -> limits.get(dimension);
    };
  }

  /// The labels and named ports that are limited.
  Constraints limits() {
    return limits;
  }

  /// The part within an extent; null if it is empty.
  private @Nullable Box with(Dimension dimension, Extent only) {
    Extent left = side(dimension).shared(only);
    return left.isEmpty() ? null : replace(dimension, left);
  }

  /// This box with another extent, which is not empty.
  Box replace(Dimension dimension, Extent side) {
    return switch (side) {
      case Ranges ranges when dimension == Dimension.Line.ADDRESSES ->
          new Box(pod, ranges, ports, limits);
      case Ranges ranges -> new Box(pod, addresses, ranges, limits);
      case LabelValues values -> limited(limits.replace(dimension, values));
    };
  }

  /// This box with other extents, none of them empty.
  Box replace(Map<Dimension, Extent> sides) {
    Box box = this;
    Map<Dimension, LabelValues> values = new HashMap<>();
    for (Map.Entry<Dimension, Extent> each : sides.entrySet()) {
      switch (each.getValue()) {
        case Ranges ranges -> box = box.replace(each.getKey(), ranges);
        case LabelValues left -> values.put(each.getKey(), left);
      }
    }
    return values.isEmpty() ? box : box.limited(limits.replace(values));
  }

  private Box limited(Constraints others) {
    if (!pod) {
      throw new IllegalStateException("only pods have labels and named ports");
    }
    return new Box(pod, addresses, ports, others);
  }

  /// This box without a limit in a dimension; for addresses, all of both families.
  Box unlimited(Dimension dimension) {
    Extent everything =
        switch (dimension) {
          case Dimension.Line.ADDRESSES -> Addresses.ipv4AndIpv6();
          case Dimension.Line.PORTS -> Ports.all();
          case Label _, NamedPort _ -> Constraints.universe(dimension);
        };
    return replace(dimension, everything);
  }

  /// Orders outside peers first, then by the number of limits, so that large boxes come early.
  @Override
  public int compareTo(Box that) {
    int order = Boolean.compare(pod, that.pod);
    if (order == 0) {
      order = limits.compareTo(that.limits);
    }
    if (order == 0) {
      order = ports.compareTo(that.ports);
    }
    return order != 0 ? order : addresses.compareTo(that.addresses);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Box that
        && hash == that.hash
        && pod == that.pod
        && limits.equals(that.limits)
        && ports.equals(that.ports)
        && addresses.equals(that.addresses);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return (pod ? "pods " : "outside ") + limits + " ports " + ports + " at " + addresses;
  }
}
