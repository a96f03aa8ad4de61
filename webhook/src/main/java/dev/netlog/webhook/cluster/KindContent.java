package dev.netlog.webhook.cluster;

import dev.netlog.model.Resource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All objects of one kind at one moment. Immutable.
///
/// A change creates a new content that shares nearly everything with the old one: only an array of
/// some hundred references and one small map are copied. So a review can keep one content, and ten
/// thousand objects are never copied.
final class KindContent {
  private static final int BUCKETS = 256;
  static final KindContent EMPTY = new KindContent(Collections.nCopies(BUCKETS, Map.of()));
  private static final Comparator<Resource> BY_NAME =
      Comparator.comparing((Resource each) -> home(each.id().namespace()))
          .thenComparing(each -> each.id().name());

  /// The objects of one namespace in one bucket.
  private record Group(Map<String, Resource> byName, List<Resource> items) {
    static final Group EMPTY = new Group(Map.of(), List.of());

    static Group of(Map<String, Resource> byName) {
      return new Group(Map.copyOf(byName), byName.values().stream().sorted(BY_NAME).toList());
    }
  }

  /// The bucket is chosen by the hash of the namespace, or of the name for objects without one. A
  /// bucket holds its groups by namespace.
  private final List<Map<String, Group>> buckets;

  private volatile @Nullable List<Resource> all;

  private KindContent(List<Map<String, Group>> buckets) {
    this.buckets = buckets;
  }

  @Nullable Resource get(@Nullable String namespace, String name) {
    Group group = buckets.get(bucket(namespace, name)).get(home(namespace));
    return group == null ? null : group.byName().get(name);
  }

  /// The objects of a namespace, by name.
  List<Resource> in(String namespace) {
    Group group = buckets.get(bucket(namespace, "")).get(namespace);
    return group == null ? List.of() : group.items();
  }

  /// All objects, by namespace and name.
  List<Resource> all() {
    List<Resource> known = all;
    if (known == null) {
      known = stream().sorted(BY_NAME).toList();
      all = known;
    }
    return known;
  }

  Stream<Resource> stream() {
    return buckets.stream()
        .flatMap(bucket -> bucket.values().stream())
        .flatMap(group -> group.items().stream());
  }

  KindContent with(Resource resource) {
    String namespace = resource.id().namespace();
    String name = resource.id().name();
    Map<String, Resource> byName = new HashMap<>(group(namespace, name).byName());
    byName.put(name, resource);
    return replaced(namespace, name, Group.of(byName));
  }

  KindContent without(@Nullable String namespace, String name) {
    if (get(namespace, name) == null) {
      return this;
    }
    Map<String, Resource> byName = new HashMap<>(group(namespace, name).byName());
    byName.remove(name);
    return replaced(namespace, name, Group.of(byName));
  }

  private Group group(@Nullable String namespace, String name) {
    return buckets.get(bucket(namespace, name)).getOrDefault(home(namespace), Group.EMPTY);
  }

  private KindContent replaced(@Nullable String namespace, String name, Group group) {
    int index = bucket(namespace, name);
    Map<String, Group> bucket = new HashMap<>(buckets.get(index));
    if (group.items().isEmpty()) {
      bucket.remove(home(namespace));
    } else {
      bucket.put(home(namespace), group);
    }
    List<Map<String, Group>> changed = new ArrayList<>(buckets);
    changed.set(index, Map.copyOf(bucket));
    return new KindContent(List.copyOf(changed));
  }

  private static int bucket(@Nullable String namespace, String name) {
    int hash = (namespace == null ? name : namespace).hashCode();
    return (hash ^ (hash >>> 16)) & (BUCKETS - 1);
  }

  /// The key of the group. Objects without a namespace share one group per bucket.
  private static String home(@Nullable String namespace) {
    return namespace == null ? "" : namespace;
  }
}
