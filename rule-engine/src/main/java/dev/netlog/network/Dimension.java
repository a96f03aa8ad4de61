package dev.netlog.network;

import dev.netlog.network.sets.Box;

/// One of the things that a [Box] limits each on its own.

public sealed interface Dimension permits Dimension.Line, Label, NamedPort {

  /// The dimensions that are numbers.
  enum Line implements Dimension {
    ADDRESSES,
    PORTS
  }

  /// The order of dimensions: the lines, then labels, then named ports.
  static int compare(Dimension one, Dimension other) {
    return switch (one) {
      case Line line when other instanceof Line second -> line.compareTo(second);
      case Label label when other instanceof Label second -> label.compareTo(second);
      case NamedPort port when other instanceof NamedPort second -> port.compareTo(second);
      case Dimension _ -> Integer.compare(rank(one), rank(other));
    };
  }

  private static int rank(Dimension dimension) {
    return switch (dimension) {
      case Line _ -> 0;
      case Label _ -> 1;
      case NamedPort _ -> 2;
    };
  }
}
