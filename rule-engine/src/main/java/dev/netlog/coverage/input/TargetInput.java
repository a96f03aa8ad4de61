package dev.netlog.coverage.input;

import dev.netlog.inventory.Assumptions;
import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.ManifestInventory;
import dev.netlog.model.GroupKind;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.model.Resource;
import dev.netlog.model.ResourceId;
import dev.netlog.platform.Platform;
import dev.netlog.policy.AdminPolicy;
import dev.netlog.policy.InputProblem;
import dev.netlog.policy.Names;
import dev.netlog.policy.Subjects;
import dev.netlog.policy.Tier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The objects of one target, sorted by their meaning for a platform: namespaces, workloads,
/// policies.
///
/// If two objects have the same identity, the first one is used. The caller must refuse such an
/// input; [#conflicts()] lists the pairs.
public final class TargetInput {
  private final Platform platform;
  private final TargetKinds kinds;
  private final List<Conflict> conflicts;
  private final List<RefusedObject> refused;
  private final Map<Tier, List<AdminPolicy>> admins;
  private final SortedMap<String, Parts> parts;
  private final Map<ResourceId, Resource> byIdentity;
  private final List<Resource> cluster;
  private final List<Resource> contested;
  private final Set<String> withContestedWorkloads;
  private final boolean complete;
  private final TargetInventory inventory;
  private final TransformedObjects transformed;
  private final List<UnreadText> texts;

  /// Two objects with one identity.
  public record Conflict(Resource first, Resource second) {}

  private static final class Parts {
    private @Nullable Resource namespace;
    private final List<Resource> workloads = new ArrayList<>();
    private final List<Resource> owned = new ArrayList<>();
    private final List<Resource> policies = new ArrayList<>();
    private final List<Resource> others = new ArrayList<>();

    boolean isEmpty() {
      return namespace == null && workloads.isEmpty() && policies.isEmpty() && others.isEmpty();
    }
  }

  private TargetInput(
      Platform platform,
      Versions.Agreed objects,
      boolean complete,
      TransformedObjects transformed) {
    this.transformed = transformed;
    this.platform = platform;
    this.kinds = TargetKinds.of(platform);
    this.conflicts = new ArrayList<>();
    this.refused = new ArrayList<>();
    this.admins = new LinkedHashMap<>();
    this.parts = new TreeMap<>();
    this.byIdentity = new HashMap<>();
    this.cluster = new ArrayList<>();
    this.contested = List.copyOf(objects.contested());
    this.withContestedWorkloads =
        contested.stream()
            .filter(kinds::isWorkload)
            .map(Names::namespace)
            .collect(Collectors.toSet());
    this.complete = complete;
    List<Resource> kept = new ArrayList<>();
    for (Resource resource : objects.kept()) {
      if (!kinds.isRead(resource)) {
        part(Names.namespace(resource)).owned.add(resource);
      } else if (isFirst(resource) && isKept(resource)) {
        kept.add(resource);
        add(resource);
      }
    }
    parts.values().removeIf(Parts::isEmpty);
    sort(cluster);
    refused.sort((a, b) -> a.name().compareTo(b.name()));
    this.inventory =
        new TargetInventory(
            complete
                ? ManifestInventory.complete(kept, Set.of(platform.id()))
                : ManifestInventory.of(kept, Set.of(platform.id())),
            objects.assumptions(),
            Set.of());
    this.texts = List.of();
  }

  /// The same objects with what else is known.
  private TargetInput(TargetInput same, Set<ResourceId> removed, List<UnreadText> texts) {
    this.transformed = same.transformed;
    this.platform = same.platform;
    this.kinds = same.kinds;
    this.conflicts = same.conflicts;
    this.refused = same.refused;
    this.admins = same.admins;
    this.parts = same.parts;
    this.byIdentity = same.byIdentity;
    this.cluster = same.cluster;
    this.contested = same.contested;
    this.withContestedWorkloads = same.withContestedWorkloads;
    this.complete = same.complete;
    this.inventory =
        new TargetInventory(same.inventory.objects(), same.inventory.assumptions(), removed);
    this.texts = texts;
  }

  /// The objects of a target that may have further ones.
  public static TargetInput of(
      Platform platform, Collection<Resource> resources, Assumptions assumptions) {
    return of(platform, resources, assumptions, TransformedObjects.NONE);
  }

  /// The same, of which a tool changes some.
  public static TargetInput of(
      Platform platform,
      Collection<Resource> resources,
      Assumptions assumptions,
      TransformedObjects transformed) {
    return new TargetInput(platform, all(platform, resources, assumptions), false, transformed);
  }

  /// The objects of a target that are declared to be everything in the cluster.
  public static TargetInput complete(
      Platform platform, Collection<Resource> resources, Assumptions assumptions) {
    return complete(platform, resources, assumptions, TransformedObjects.NONE);
  }

  /// The same, of which a tool changes some.
  public static TargetInput complete(
      Platform platform,
      Collection<Resource> resources,
      Assumptions assumptions,
      TransformedObjects transformed) {
    return new TargetInput(platform, all(platform, resources, assumptions), true, transformed);
  }

  /// The certain part of manifests in which one identity may have several versions, as with
  /// overlays or environments; has no conflicts.
  ///
  /// @param complete whether the objects are declared to be everything in the cluster
  public static TargetInput agreed(
      Platform platform,
      Collection<Resource> resources,
      Assumptions assumptions,
      boolean complete) {
    Versions.Agreed all = all(platform, resources, assumptions);
    Versions.Agreed agreed = Versions.of(TargetKinds.of(platform), all.kept(), assumptions);
    return new TargetInput(
        platform, agreed, complete && agreed.contested().isEmpty(), TransformedObjects.NONE);
  }

  private static Versions.Agreed all(
      Platform platform, Collection<Resource> resources, Assumptions assumptions) {
    TargetKinds kinds = TargetKinds.of(platform);
    List<Resource> placed =
        resources.stream()
            .filter(resource -> kinds.isRead(resource) || Subjects.isOwned(resource))
            .map(kinds::placed)
            .toList();
    return new Versions.Agreed(placed, List.of(), assumptions);
  }

  /// This target with texts that nobody could read and that may hold policies.
  public TargetInput withTexts(Collection<UnreadText> unread) {
    List<UnreadText> sorted =
        unread.stream().distinct().sorted(Comparator.comparing(UnreadText::key)).toList();
    return new TargetInput(this, inventory.removed(), sorted);
  }

  /// The texts that nobody could read and that may hold policies.
  public List<UnreadText> texts() {
    return texts;
  }

  /// This target as the head of a change. Namespaces and settings that only the base has are
  /// removed: no assumption holds about them.
  ///
  /// @param unreadable the identities of the base's objects that cannot be read at the head
  public TargetInput since(TargetInput base, Set<ResourceId> unreadable) {
    Set<ResourceId> removed =
        base.byIdentity.keySet().stream()
            .filter(id -> kinds.isNamespaceOrSetting(id) && !byIdentity.containsKey(id))
            .filter(id -> !unreadable.contains(id))
            .collect(Collectors.toSet());
    return removed.isEmpty() ? this : new TargetInput(this, removed, texts);
  }

  /// The platform.
  public Platform platform() {
    return platform;
  }

  /// All objects that the platform or the search for points may query.
  public Inventory inventory() {
    return inventory;
  }

  /// The objects that a tool changes before the cluster gets them.
  public TransformedObjects transformed() {
    return transformed;
  }

  /// Objects with the same identity as an earlier one.
  public List<Conflict> conflicts() {
    return List.copyOf(conflicts);
  }

  /// Objects that the API server refuses, by name; they are left out.
  public List<RefusedObject> refused() {
    return List.copyOf(refused);
  }

  /// Objects that are left out because their copies differ.
  public List<Resource> contested() {
    return contested;
  }

  /// Whether workloads of a namespace are left out.
  public boolean lacksWorkloads(String namespace) {
    return withContestedWorkloads.contains(namespace);
  }

  /// Whether the objects are declared to be everything in the cluster.
  public boolean isComplete() {
    return complete;
  }

  /// The objects by identity.
  public Map<ResourceId, Resource> objects() {
    return Collections.unmodifiableMap(byIdentity);
  }

  /// Whether the input has an object of this identity, in any version.
  public boolean holds(ResourceId id) {
    return byIdentity.containsKey(TargetKinds.identity(id));
  }

  /// The object of this identity; null if there is none.
  public @Nullable Resource find(ResourceId id) {
    return byIdentity.get(TargetKinds.identity(id));
  }

  /// Whether the cluster would have an object of this identity.
  public boolean stores(ResourceId id) {
    ResourceId identity = TargetKinds.identity(id);
    return byIdentity.containsKey(identity)
        && refused.stream().noneMatch(each -> TargetKinds.identity(each.object()).equals(identity));
  }

  public TargetKinds kinds() {
    return kinds;
  }

  /// Whether a rule of a NetworkPolicy or a cluster-scoped policy names an IPv6 block. Then IPv6
  /// addresses are peers too.
  public boolean namesIpv6() {
    return Stream.concat(
            namespaces().stream().flatMap(namespace -> namespace.policies().stream()),
            adminPolicies().stream().map(AdminPolicy::resource))
        .anyMatch(Ipv6Blocks::isNamedBy);
  }

  /// The cluster-scoped policies of all tiers.
  public List<AdminPolicy> adminPolicies() {
    return admins.values().stream().flatMap(List::stream).toList();
  }

  /// The cluster-scoped policies of a tier.
  List<AdminPolicy> adminPolicies(Tier tier) {
    return List.copyOf(admins.getOrDefault(tier, List.of()));
  }

  /// The namespaces by name; first, with an empty name, the cluster if it has objects.
  public List<NamespaceInput> namespaces() {
    List<NamespaceInput> namespaces = new ArrayList<>();
    if (!texts.isEmpty() && !parts.containsKey("")) {
      namespaces.add(NamespaceInput.ofTexts(texts));
    }
    parts.forEach(
        (name, part) -> {
          sort(part.workloads);
          sort(part.owned);
          sort(part.policies);
          sort(part.others);
          namespaces.add(
              new NamespaceInput(
                  name,
                  part.namespace,
                  part.workloads,
                  part.owned,
                  part.policies,
                  part.others,
                  name.isEmpty() ? texts : List.of()));
        });
    return namespaces;
  }

  /// Whether everything outside of namespaces is the same: cluster-scoped objects, assumptions,
  /// platform, transformed objects.
  public boolean hasSameClusterAs(TargetInput other) {
    if (!platform.id().equals(other.platform.id())
        || complete != other.complete
        || !transformed.equals(other.transformed)
        || !inventory.assumptions().equals(other.inventory.assumptions())
        || cluster.size() != other.cluster.size()) {
      return false;
    }
    for (int i = 0; i < cluster.size(); i++) {
      if (!NamespaceInput.same(cluster.get(i), other.cluster.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static void sort(List<Resource> resources) {
    resources.sort(
        (a, b) -> {
          int order = a.id().kind().compareTo(b.id().kind());
          return order == 0 ? Names.name(a).compareTo(Names.name(b)) : order;
        });
  }

  private boolean isFirst(Resource resource) {
    if (resource.id().name().isEmpty()) {
      return true;
    }
    Resource first = byIdentity.putIfAbsent(TargetKinds.identity(resource), resource);
    if (first != null) {
      conflicts.add(new Conflict(first, resource));
    }
    return first == null;
  }

  /// Whether to keep the object. Refused settings are kept: what depends on them is unknown,
  /// whatever is assumed.
  private boolean isKept(Resource resource) {
    List<InputProblem> problems = new StoredCheck(platform, kinds).refusals(resource);
    if (problems.isEmpty()) {
      return true;
    }
    refused.add(new RefusedObject(resource, problems));
    return kinds.areSettings(resource.id().groupKind());
  }

  private void add(Resource resource) {
    GroupKind kind = resource.id().groupKind();
    if (kind.equals(KubernetesKinds.NAMESPACE)) {
      part(Names.name(resource)).namespace = resource;
    } else if (kinds.areAdmin(kind)) {
      addToTiers(resource);
      cluster.add(resource);
    } else if (kinds.areSettings(kind)) {
      cluster.add(resource);
    } else {
      String namespace = resource.id().namespace();
      Parts part = part(namespace == null ? "" : namespace);
      if (kinds.isWorkload(resource)) {
        part.workloads.add(resource);
      } else if (kind.equals(KubernetesKinds.NETWORK_POLICY)
          && !platform.isOfOtherNetwork(resource)) {
        part.policies.add(resource);
      } else {
        part.others.add(resource);
      }
    }
  }

  private void addToTiers(Resource resource) {
    for (Tier tier : platform.enforcement().tiers()) {
      if (tier instanceof Tier.Admin admin) {
        admins.computeIfAbsent(tier, _ -> new ArrayList<>()).addAll(admin.read(resource));
      }
    }
  }

  private Parts part(String namespace) {
    return parts.computeIfAbsent(namespace, _ -> new Parts());
  }
}
