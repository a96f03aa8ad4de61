package dev.netlog.inventory;

import dev.netlog.model.GroupKind;
import dev.netlog.model.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An inventory of the resources of some manifests.
///
/// Manifests are seldom everything a cluster holds, so what they do not hold is unknown, unless the
/// caller declares them complete. One name may stand for several objects (overlays, environments):
/// they count once, and asking for one of them is answered only where they are equal.
public final class ManifestInventory implements Inventory {
  private final boolean complete;
  private final Set<String> platforms;
  private final Map<GroupKind, Map<Key, List<Resource>>> byKind = new HashMap<>();
  private final Map<Group, List<Resource>> byNamespace = new HashMap<>();

  private record Key(@Nullable String namespace, String name) {}

  private record Group(GroupKind kind, @Nullable String namespace) {}

  private ManifestInventory(boolean complete, Set<String> platforms) {
    this.complete = complete;
    this.platforms = Set.copyOf(platforms);
  }

  /// What these resources tell, and nothing beyond it.
  public static ManifestInventory of(Collection<Resource> resources, Set<String> platforms) {
    return new ManifestInventory(false, platforms).with(resources);
  }

  /// What these resources tell, where they are declared to be all there are.
  public static ManifestInventory complete(Collection<Resource> resources, Set<String> platforms) {
    return new ManifestInventory(true, platforms).with(resources);
  }

  private ManifestInventory with(Collection<Resource> resources) {
    for (Resource resource : resources) {
      GroupKind kind = resource.id().groupKind();
      Key key = new Key(resource.id().namespace(), resource.id().name());
      List<Resource> same =
          byKind
              .computeIfAbsent(kind, _ -> new LinkedHashMap<>())
              .computeIfAbsent(key, _ -> new ArrayList<>(1));
      if (same.isEmpty()) {
        byNamespace
            .computeIfAbsent(new Group(kind, key.namespace()), _ -> new ArrayList<>())
            .add(resource);
      }
      same.add(resource);
    }
    return this;
  }

  @Override
  public Lookup find(GroupKind kind, @Nullable String namespace, String name) {
    List<Resource> same = byKind.getOrDefault(kind, Map.of()).get(new Key(namespace, name));
    if (same == null) {
      return complete ? new Lookup.Absent() : new Lookup.Unknown();
    }
    Resource first = same.getFirst();
    boolean equal = same.stream().allMatch(r -> Objects.equals(r.content(), first.content()));
    return equal ? new Lookup.Found(first) : new Lookup.Unknown();
  }

  @Override
  public Listing list(GroupKind kind, @Nullable String namespace) {
    if (namespace == null) {
      List<Resource> all =
          byKind.getOrDefault(kind, Map.of()).values().stream().map(List::getFirst).toList();
      return new Listing(all, complete);
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
