package dev.netlog.webhook.cluster;

import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.Listing;
import dev.netlog.inventory.Lookup;
import dev.netlog.model.GroupKind;
import dev.netlog.model.Resource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The objects of a cluster at one time.
record SnapshotInventory(Map<GroupKind, KindView> views) implements Inventory {
  @Override
  public Lookup find(GroupKind kind, @Nullable String namespace, String name) {
    KindView view = views.getOrDefault(kind, KindView.UNKNOWN);
    KindContent content = view.content();
    Resource found = content == null ? null : content.get(namespace, name);
    if (found != null) {
      return new Lookup.Found(found);
    }
    return view.complete() ? new Lookup.Absent() : new Lookup.Unknown();
  }

  @Override
  public Listing list(GroupKind kind, @Nullable String namespace) {
    KindView view = views.getOrDefault(kind, KindView.UNKNOWN);
    KindContent content = view.content();
    if (content == null) {
      return new Listing(List.of(), false);
    }
    return new Listing(namespace == null ? content.all() : content.in(namespace), view.complete());
  }

  @Override
  public Set<String> platforms() {
    return Set.of();
  }
}
