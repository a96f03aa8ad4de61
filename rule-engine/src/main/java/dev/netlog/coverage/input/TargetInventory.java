package dev.netlog.coverage.input;

import dev.netlog.inventory.Assumptions;
import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.Listing;
import dev.netlog.inventory.Lookup;
import dev.netlog.model.GroupKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The objects of a target, with the assumptions about it.
public record TargetInventory(Inventory objects, Assumptions assumptions) implements Inventory {
  @Override
  public Lookup find(GroupKind kind, @Nullable String namespace, String name) {
    return objects.find(kind, namespace, name);
  }

  @Override
  public Listing list(GroupKind kind, @Nullable String namespace) {
    return objects.list(kind, namespace);
  }

  @Override
  public Set<String> platforms() {
    return objects.platforms();
  }
}
