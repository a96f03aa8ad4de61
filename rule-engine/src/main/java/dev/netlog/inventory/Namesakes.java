package dev.netlog.inventory;

import dev.netlog.model.Resource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The objects with one name in some manifests.
///
/// One thread adds objects before other threads query them.
final class Namesakes {
  private final Resource first;
  private final List<Resource> others = new ArrayList<>(0);

  /// Comparing whole objects is expensive and few names are queried, so it is done on first use;
  /// threads that do so at once get the same result.
  private volatile @Nullable Lookup lookup;

  Namesakes(Resource first) {
    this.first = first;
  }

  void add(Resource other) {
    others.add(other);
  }

  /// The object if all are equal, or unknown if they differ.
  Lookup lookup() {
    Lookup known = lookup;
    if (known == null) {
      boolean equal = others.stream().allMatch(r -> r.content().equals(first.content()));
      known = equal ? new Lookup.Found(first) : new Lookup.Unknown();
      lookup = known;
    }
    return known;
  }
}
