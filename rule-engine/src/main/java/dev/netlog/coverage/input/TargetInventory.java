package dev.netlog.coverage.input;

import dev.netlog.inventory.Assumptions;
import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.Listing;
import dev.netlog.inventory.Lookup;
import dev.netlog.model.GroupKind;
import dev.netlog.model.ResourceId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The objects of a target, with the assumptions about it.
///
/// @param removed identities of cluster-scoped objects that a change removes
public record TargetInventory(Inventory objects, Assumptions assumptions, Set<ResourceId> removed)
    implements Inventory {
  public TargetInventory {
    removed = Set.copyOf(removed);
  }

  @Override
  public boolean isRemoved(GroupKind kind, String name) {
    return removed.contains(new ResourceId(kind.group(), kind.kind(), null, name))
        || objects.isRemoved(kind, name);
  }

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
