package dev.netlog.coverage.input;

import dev.netlog.inventory.Assumptions;
import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.Listing;
import dev.netlog.inventory.Lookup;
import dev.netlog.model.GroupKind;
import dev.netlog.model.Resource;
import dev.netlog.model.ResourceId;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// An inventory in which some objects exist with unknown content.
///
/// @param all the inventory with these objects
/// @param assumptions what is assumed for objects that are not in the input
/// @param hidden whether an object, by its identity, is one of them
public record InventoryWithout(Inventory all, Assumptions assumptions, Predicate<ResourceId> hidden)
    implements Inventory {
  @Override
  public Lookup find(GroupKind kind, @Nullable String namespace, String name) {
    Lookup found = all.find(kind, namespace, name);
    return found instanceof Lookup.Found(Resource resource) && isHidden(resource)
        ? new Lookup.Unknown()
        : found;
  }

  @Override
  public Listing list(GroupKind kind, @Nullable String namespace) {
    Listing listing = all.list(kind, namespace);
    List<Resource> shown =
        listing.items().stream().filter(resource -> !isHidden(resource)).toList();
    return shown.size() == listing.items().size() ? listing : new Listing(shown, false);
  }

  private boolean isHidden(Resource resource) {
    return hidden.test(TargetKinds.identity(resource));
  }

  @Override
  public Set<String> platforms() {
    return all.platforms();
  }
}
