package dev.netlog.webhook.admission;

import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.Listing;
import dev.netlog.inventory.Lookup;
import dev.netlog.model.GroupKind;
import dev.netlog.model.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The cluster as it will be once the reviewed object is stored: the object replaces its old
/// version, beside all other objects.
///
/// @param cluster the other objects, as far as they are known
/// @param subject the reviewed object
/// @param platforms ids of the platforms that the settings name
record ReviewedInventory(Inventory cluster, Resource subject, Set<String> platforms)
    implements Inventory {

  @Override
  public Lookup find(GroupKind kind, @Nullable String namespace, String name) {
    return isSubject(kind, namespace, name)
        ? new Lookup.Found(subject)
        : cluster.find(kind, namespace, name);
  }

  @Override
  public Listing list(GroupKind kind, @Nullable String namespace) {
    Listing others = cluster.list(kind, namespace);
    String own = subject.id().namespace();
    if (!subject.is(kind) || (namespace != null && !namespace.equals(own))) {
      return others;
    }
    List<Resource> items = new ArrayList<>(others.items().size() + 1);
    for (Resource other : others.items()) {
      if (!isSubject(other.id().groupKind(), other.id().namespace(), other.id().name())) {
        items.add(other);
      }
    }
    items.add(subject);
    return new Listing(items, others.complete());
  }

  private boolean isSubject(GroupKind kind, @Nullable String namespace, String name) {
    return subject.is(kind)
        && name.equals(subject.id().name())
        && !name.isEmpty()
        && (namespace == null
            ? subject.id().namespace() == null
            : namespace.equals(subject.id().namespace()));
  }
}
