package dev.netlog.coverage.input;

import dev.netlog.inventory.Assumptions;
import dev.netlog.model.GroupKind;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.model.Resource;
import dev.netlog.model.ResourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Reduces manifests with several environments or overlays to what is certain.
///
/// Equal copies of an object count once. If copies differ, it is unknown which one a cluster has,
/// so none counts, and nothing that depends on it: for a policy its whole namespace, for an admin
/// policy all namespaces, for settings or a Namespace the assumptions about missing ones. A
/// workload only removes itself, since other workloads have their own points.
final class Versions {
  private static final String NAMESPACES = "namespaces";

  private final TargetKinds kinds;
  private final Map<ResourceId, List<Resource>> byIdentity = new LinkedHashMap<>();
  private final List<Resource> uncontested = new ArrayList<>();
  private final List<Resource> contested = new ArrayList<>();
  private final Set<String> doubtful = new HashSet<>();
  private boolean everywhere;
  private boolean settings;

  private Versions(TargetKinds kinds) {
    this.kinds = kinds;
  }

  /// The certain part.
  ///
  /// @param kept the objects that count, in their order
  /// @param contested the objects whose copies differ
  /// @param assumptions the assumptions that still hold
  record Agreed(List<Resource> kept, List<Resource> contested, Assumptions assumptions) {}

  /// Separates the certain objects from the others.
  ///
  /// @param resources with the namespaces in which they would be created
  static Agreed of(TargetKinds kinds, Collection<Resource> resources, Assumptions assumptions) {
    Versions versions = new Versions(kinds);
    resources.forEach(versions::add);
    boolean assumed = !assumptions.of(NAMESPACES).equals("unknown");
    versions.byIdentity.values().stream()
        .filter(copies -> !areEqual(copies))
        .forEach(copies -> versions.contest(copies, assumed));
    return new Agreed(
        versions.kept(),
        versions.contested,
        versions.settings ? onlyNamespaces(assumptions) : assumptions);
  }

  private void add(Resource resource) {
    if (resource.id().name().isEmpty() || !kinds.isRead(resource)) {
      uncontested.add(resource);
    } else {
      byIdentity
          .computeIfAbsent(TargetKinds.identity(resource), _ -> new ArrayList<>(1))
          .add(resource);
    }
  }

  private static boolean areEqual(List<Resource> copies) {
    Resource first = copies.getFirst();
    return copies.stream().skip(1).allMatch(copy -> copy.content().equals(first.content()));
  }

  private void contest(List<Resource> copies, boolean assumed) {
    contested.addAll(copies);
    ResourceId id = copies.getFirst().id();
    GroupKind kind = id.groupKind();
    if (kinds.areAdmin(kind)) {
      everywhere = true;
    } else if (kinds.areSettings(kind)) {
      settings = true;
    } else if (kind.equals(KubernetesKinds.NAMESPACE)) {
      if (assumed) {
        doubtful.add(id.name());
      }
    } else if (id.namespace() != null && !kinds.isWorkload(copies.getFirst())) {
      doubtful.add(id.namespace());
    }
  }

  private List<Resource> kept() {
    List<Resource> kept = new ArrayList<>();
    byIdentity.values().stream()
        .filter(Versions::areEqual)
        .map(List::getFirst)
        .filter(this::isCertain)
        .forEach(kept::add);
    uncontested.stream().filter(this::isCertain).forEach(kept::add);
    return kept;
  }

  private boolean isCertain(Resource resource) {
    String namespace =
        resource.is(KubernetesKinds.NAMESPACE) ? resource.id().name() : resource.id().namespace();
    return namespace == null || !(everywhere || doubtful.contains(namespace));
  }

  private static Assumptions onlyNamespaces(Assumptions assumptions) {
    Map<String, String> left = new TreeMap<>(assumptions.values());
    left.keySet().retainAll(Set.of(NAMESPACES));
    return new Assumptions(left);
  }
}
