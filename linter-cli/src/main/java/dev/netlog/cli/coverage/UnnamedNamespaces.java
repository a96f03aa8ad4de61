package dev.netlog.cli.coverage;

import dev.netlog.coverage.input.ObjectIdentity;
import dev.netlog.model.Resource;
import dev.netlog.model.ResourceId;
import dev.netlog.model.UnnamedNamespace;
import dev.netlog.platform.Platform;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The namespaces of a target's objects that name none. They share one only within their folder or
/// kustomization, since nothing says that two applications of two folders are in one namespace.
///
/// If all of them are in one folder, and nothing outside of it is in `default`, that is their
/// namespace. The base decides this for both sides. A folder of the head that replaces one of the
/// base has the base's namespace, so that a renamed folder changes nothing.
final class UnnamedNamespaces {
  private static final String DEFAULT = "default";

  private final Platform platform;
  private final Map<String, String> byFolder = new HashMap<>();
  private final @Nullable String given;

  /// The objects of one side that name no namespace, or `default`, by folder.
  private static final class Folders {
    private final TreeMap<String, Set<Named>> without = new TreeMap<>();
    private final Set<String> ofDefault = new HashSet<>();

    /// What identifies an object in its folder.
    private record Named(String kind, String name) {}

    Folders(Platform platform, List<Resource> objects, Function<Resource, String> folder) {
      for (Resource object : objects) {
        String namespace = object.id().namespace();
        if (!(namespace == null || namespace.equals(DEFAULT))
            || ObjectIdentity.placed(platform, object).namespace() == null
            || !ObjectIdentity.isRead(platform, object)) {
          continue;
        }
        if (namespace == null) {
          without
              .computeIfAbsent(folder.apply(object), _ -> new HashSet<>())
              .add(new Named(object.id().kind(), object.id().name()));
        } else {
          ofDefault.add(folder.apply(object));
        }
      }
    }

    /// The only folder, if nothing outside of it is in `default`; null otherwise.
    @Nullable String only() {
      return without.size() == 1 && without.keySet().containsAll(ofDefault)
          ? without.firstKey()
          : null;
    }

    /// How many objects of a folder another one has too.
    long alike(String folder, Folders other, String its) {
      Set<Named> theirs = other.without.getOrDefault(its, Set.of());
      return without.getOrDefault(folder, Set.of()).stream().filter(theirs::contains).count();
    }
  }

  private UnnamedNamespaces(Platform platform, @Nullable String given) {
    this.platform = platform;
    this.given = given;
  }

  /// The namespaces of one side without another.
  ///
  /// @param given the namespace that the settings give; null if they give none
  /// @param folder the folder of an object, see [dev.netlog.io.kustomize.BuildFolders]
  static UnnamedNamespaces of(
      Platform platform,
      @Nullable String given,
      List<Resource> objects,
      Function<Resource, String> folder) {
    UnnamedNamespaces namespaces = new UnnamedNamespaces(platform, given);
    if (given == null) {
      namespaces.name(new Folders(platform, objects, folder));
    }
    return namespaces;
  }

  /// The namespaces of both sides of a comparison.
  ///
  /// @param before the folder of an object of the base, by its path at the head
  static UnnamedNamespaces of(
      Platform platform,
      @Nullable String given,
      List<Resource> objects,
      Function<Resource, String> folder,
      List<Resource> base,
      Function<Resource, String> before) {
    Folders old = new Folders(platform, base, before);
    if (given != null || old.without.isEmpty()) {
      return of(platform, given, objects, folder);
    }
    UnnamedNamespaces namespaces = new UnnamedNamespaces(platform, null);
    namespaces.name(old);
    namespaces.pair(new Folders(platform, objects, folder), old);
    return namespaces;
  }

  private void name(Folders folders) {
    String only = folders.only();
    for (String folder : folders.without.keySet()) {
      byFolder.put(folder, folder.equals(only) ? DEFAULT : UnnamedNamespace.in(folder));
    }
  }

  /// Gives new folders the names of those that left and hold most of the same objects.
  private void pair(Folders head, Folders base) {
    Set<String> gone =
        base.without.keySet().stream()
            .filter(folder -> !head.without.containsKey(folder))
            .collect(Collectors.toCollection(HashSet::new));
    for (String folder : head.without.keySet()) {
      if (base.without.containsKey(folder)) {
        continue;
      }
      String same =
          gone.stream()
              .filter(old -> head.alike(folder, base, old) > 0)
              .max(
                  Comparator.<String>comparingLong(old -> head.alike(folder, base, old))
                      .thenComparing(Comparator.reverseOrder()))
              .orElse(null);
      if (same == null) {
        byFolder.put(folder, UnnamedNamespace.in(folder));
      } else {
        gone.remove(same);
        byFolder.put(folder, byFolder.get(same));
      }
    }
  }

  /// Objects with their namespaces.
  ///
  /// @param folder the folder of an object
  List<Resource> placed(List<Resource> objects, Function<Resource, String> folder) {
    return given == null && byFolder.isEmpty()
        ? objects
        : objects.stream().map(object -> placed(object, folder)).toList();
  }

  private Resource placed(Resource object, Function<Resource, String> folder) {
    ResourceId id = object.id();
    if (id.namespace() != null || ObjectIdentity.placed(platform, object).namespace() == null) {
      return object;
    }
    String own = given;
    if (own == null) {
      String of = folder.apply(object);
      own = byFolder.getOrDefault(of, UnnamedNamespace.in(of));
    }
    return own.equals(DEFAULT)
        ? object
        : new Resource(
            new ResourceId(id.apiVersion(), id.kind(), own, id.name()),
            object.content(),
            object.origin());
  }
}
