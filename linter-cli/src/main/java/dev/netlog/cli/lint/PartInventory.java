package dev.netlog.cli.lint;

import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.Listing;
import dev.netlog.inventory.Lookup;
import dev.netlog.model.GroupKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The inventory of one part of an input that is declared complete: an object that is missing in
/// the whole input is known to be absent in the part.
///
/// @param own the objects of the part
/// @param whole the objects of all parts
record PartInventory(Inventory own, Inventory whole) implements Inventory {
  @Override
  public Lookup find(GroupKind kind, @Nullable String namespace, String name) {
    Lookup found = own.find(kind, namespace, name);
    boolean absent =
        found instanceof Lookup.Unknown
            && whole.find(kind, namespace, name) instanceof Lookup.Absent;
    return absent ? new Lookup.Absent() : found;
  }

  @Override
  public Listing list(GroupKind kind, @Nullable String namespace) {
    Listing part = own.list(kind, namespace);
    Listing all = whole.list(kind, namespace);
    return new Listing(part.items(), all.complete() && all.items().size() == part.items().size());
  }

  @Override
  public Set<String> platforms() {
    return own.platforms();
  }
}
