package dev.netlog.inventory;

import dev.netlog.model.Resource;
import java.util.List;

/// All objects of a kind, as far as they are known.
///
/// @param items distinct objects, by identity, in input order
/// @param complete whether there are no others
public record Listing(List<Resource> items, boolean complete) {
  public Listing {
    items = List.copyOf(items);
  }

  /// Whether it is known that no such object exists.
  public boolean isKnownEmpty() {
    return complete && items.isEmpty();
  }
}
