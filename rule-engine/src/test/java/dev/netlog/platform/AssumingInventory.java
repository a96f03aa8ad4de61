package dev.netlog.platform;

import dev.netlog.inventory.Assumptions;
import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.Listing;
import dev.netlog.inventory.Lookup;
import dev.netlog.inventory.ManifestInventory;
import dev.netlog.model.GroupKind;
import dev.netlog.model.Resource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Some objects, and what is assumed about the rest.
///
/// @param objects the objects
/// @param assumptions the assumptions
public record AssumingInventory(Inventory objects, Assumptions assumptions) implements Inventory {

  /// Objects of which there may be more.
  public static AssumingInventory of(Map<String, String> assumptions, Resource... objects) {
    return new AssumingInventory(
        ManifestInventory.of(List.of(objects), Set.of()), new Assumptions(assumptions));
  }

  /// All objects there are.
  public static AssumingInventory complete(Map<String, String> assumptions, Resource... objects) {
    return new AssumingInventory(
        ManifestInventory.complete(List.of(objects), Set.of()), new Assumptions(assumptions));
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
    return Set.of();
  }
}
