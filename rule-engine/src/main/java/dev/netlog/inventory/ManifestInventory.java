package dev.netlog.inventory;

import dev.netlog.model.GroupKind;
import dev.netlog.model.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An inventory of the resources of some manifests.
///
/// Manifests are seldom everything in a cluster, so objects that they do not contain are unknown,
/// unless the caller declares the manifests complete. Several objects can have one name (overlays,
/// environments): they count once, and a lookup finds them only if they are equal.
public final class ManifestInventory implements Inventory {
  private final boolean complete;
  private final Set<String> platforms;
  private final Map<Key, Namesakes> byName = new HashMap<>();
  private final Map<GroupKind, List<Resource>> everywhere = new HashMap<>();
  private final Map<Group, List<Resource>> byNamespace = new HashMap<>();

  private record Key(GroupKind kind, @Nullable String namespace, String name) {}

  private record Group(GroupKind kind, @Nullable String namespace) {}

  private ManifestInventory(boolean complete, Set<String> platforms) {
    this.complete = complete;
    this.platforms = Set.copyOf(platforms);
  }

  /// An inventory of incomplete resources: others are unknown.
  public static ManifestInventory of(Collection<Resource> resources, Set<String> platforms) {
    return new ManifestInventory(false, platforms).with(resources);
  }

  /// An inventory of resources that are declared complete: others are absent.
  public static ManifestInventory complete(Collection<Resource> resources, Set<String> platforms) {
    return new ManifestInventory(true, platforms).with(resources);
  }

  private ManifestInventory with(Collection<Resource> resources) {
    for (Resource resource : resources) {
      GroupKind kind = resource.id().groupKind();
      String namespace = resource.id().namespace();
      Key key = new Key(kind, namespace, resource.id().name());
      Namesakes same = byName.get(key);
      if (same == null) {
        byName.put(key, new Namesakes(resource));
        everywhere.computeIfAbsent(kind, _ -> new ArrayList<>()).add(resource);
        byNamespace
            .computeIfAbsent(new Group(kind, namespace), _ -> new ArrayList<>())
            .add(resource);
      } else {
        same.add(resource);
      }
    }
    // Listings are requested once per resource and copy mutable lists, so the lists are made
    // immutable.
    everywhere.replaceAll((_, list) -> List.copyOf(list));
    byNamespace.replaceAll((_, list) -> List.copyOf(list));
    return this;
  }

  @Override
  public Lookup find(GroupKind kind, @Nullable String namespace, String name) {
    Namesakes same = byName.get(new Key(kind, namespace, name));
    if (same == null) {
      return complete ? new Lookup.Absent() : new Lookup.Unknown();
    }
    return same.lookup();
  }

  @Override
  public Listing list(GroupKind kind, @Nullable String namespace) {
    if (namespace == null) {
      return new Listing(everywhere.getOrDefault(kind, List.of()), complete);
    }
    boolean homeless = byNamespace.containsKey(new Group(kind, null));
    return new Listing(
        byNamespace.getOrDefault(new Group(kind, namespace), List.of()), complete && !homeless);
  }

  @Override
  public Set<String> platforms() {
    return platforms;
  }
}
