package dev.netlog.inventory;

import dev.netlog.model.Resource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The objects of one name in some manifests.
///
/// Objects are added by one thread, before others ask.
final class Namesakes {
  private final Resource first;
  private final List<Resource> others = new ArrayList<>(0);

  /// Comparing whole objects is dear and few names are ever asked for, so it is done when the first
  /// one asks; two threads that ask at once come to the same answer.
  private volatile @Nullable Lookup lookup;

  Namesakes(Resource first) {
    this.first = first;
  }

  void add(Resource other) {
    others.add(other);
  }

  /// The object that all of them are, or unknown where they differ.
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
