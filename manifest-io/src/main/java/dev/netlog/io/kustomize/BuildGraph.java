package dev.netlog.io.kustomize;

import dev.netlog.model.Value;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The builds among some files, and the files that each of them uses through the folders it names.
public final class BuildGraph {
  private final Map<String, Build> byId = new LinkedHashMap<>();
  private final Map<String, Build> byFolder = new HashMap<>();
  private final Set<String> named = new HashSet<>();
  private final Set<String> files;
  private final Map<String, Set<String>> reached = new HashMap<>();

  /// @param files all files, by their paths in reports
  public BuildGraph(Collection<Build> builds, Collection<String> files) {
    this.files = Set.copyOf(files);
    for (Build build : builds) {
      byId.putIfAbsent(id(build), build);
      if (build.isKustomization()) {
        byFolder.putIfAbsent(folder(build.file()), build);
      }
    }
    for (Build build : byFolder.values()) {
      for (Build child : children(build)) {
        if (!child.equals(build)) {
          named.add(id(child));
        }
      }
    }
  }

  /// The identity of a build, the same on both sides of a comparison.
  public static String id(Build build) {
    return build.isKustomization() ? folder(build.file()) : build.name();
  }

  /// All builds.
  public Collection<Build> builds() {
    return byId.values();
  }

  /// The build with an id; null if there is none.
  public @Nullable Build build(String id) {
    return byId.get(id);
  }

  /// The kustomization in a folder; null if there is none.
  @Nullable Build kustomization(String folder) {
    return byFolder.get(folder);
  }

  /// Whether another kustomization uses this one.
  public boolean isNamed(String id) {
    return named.contains(id);
  }

  /// Whether there are files in the folder of a build.
  boolean hasFilesBeside(Build build) {
    String start = folder(build.file()) + "/";
    return files.stream().anyMatch(file -> file.startsWith(start));
  }

  /// The files that a build uses, through the folders that it names.
  public Set<String> files(Build build) {
    Set<String> known = reached.get(id(build));
    if (known == null) {
      known = build.isKustomization() ? taken(List.of(build)) : delivered(build);
      reached.put(id(build), known);
    }
    return known;
  }

  private Set<String> taken(List<Build> first) {
    Set<String> found = new LinkedHashSet<>();
    Set<Build> seen = new HashSet<>(first);
    Deque<Build> ahead = new ArrayDeque<>(first);
    while (!ahead.isEmpty()) {
      Build build = ahead.remove();
      for (String path : entries(build)) {
        Build child = byFolder.get(path);
        if (child == null) {
          found.add(path);
        } else if (seen.add(child)) {
          ahead.add(child);
        }
      }
    }
    return found;
  }

  /// The files of a Flux or Argo CD object: all files, if its path is not among them.
  private Set<String> delivered(Build build) {
    Set<String> found = new LinkedHashSet<>();
    for (String name : build.resources()) {
      Set<String> some = files(source(build, name));
      found.addAll(some.isEmpty() && files(source(name)).isEmpty() ? files : some);
    }
    return build.resources().isEmpty() ? files : found;
  }

  /// What a path of a Flux or Argo CD object leads to.
  ///
  /// @param starts the kustomizations in its folder
  /// @param plain the files below it, used if there is no kustomization
  record Source(List<Build> starts, Set<String> plain) {}

  /// @param build the object
  Source source(Build build, String name) {
    Source all = source(name);
    DirectoryFilter filter = build.origin().directories().get(name);
    boolean isBuilt =
        !all.starts().isEmpty()
            || all.plain().stream()
                .anyMatch(file -> ("/" + file).endsWith("/" + below(name) + "Chart.yaml"));
    if (filter == null || isBuilt || (below(name).isEmpty() && byFolder.containsKey(""))) {
      return all;
    }
    Set<String> taken = new LinkedHashSet<>();
    for (String file : all.plain()) {
      String folder = "/" + below(name);
      int at = below(name).isEmpty() ? 0 : ("/" + file).indexOf(folder) + folder.length();
      if (filter.takes(("/" + file).substring(below(name).isEmpty() ? 1 : at))) {
        taken.add(file);
      }
    }
    return new Source(List.of(), taken);
  }

  /// The normal form of a path of a Flux or Argo CD object, with a slash at its end; empty for the
  /// root.
  private static String below(String name) {
    String path = resolve("x", name);
    return path == null || path.isEmpty() || path.equals(".") ? "" : path + "/";
  }

  private Source source(String name) {
    String path = resolve("x", name);
    Set<String> plain = new LinkedHashSet<>();
    List<Build> starts = new ArrayList<>();
    if (path == null || path.isEmpty() || path.equals(".")) {
      return new Source(starts, files);
    }
    for (String file : files) {
      if (("/" + file).contains("/" + path + "/")) {
        plain.add(file);
      }
    }
    byFolder.forEach(
        (folder, each) -> {
          if (("/" + folder).endsWith("/" + path)) {
            starts.add(each);
          }
        });
    return new Source(starts, plain);
  }

  /// The files that a source builds from; empty if its path is not among them.
  Set<String> files(Source source) {
    return source.starts().isEmpty() ? source.plain() : taken(source.starts());
  }

  /// The kustomizations by which a build uses a file, including itself.
  List<Build> chain(Build start, String path) {
    List<Build> chain = new ArrayList<>();
    Set<Build> seen = new HashSet<>(List.of(start));
    Deque<Build> ahead = new ArrayDeque<>(seen);
    while (!ahead.isEmpty()) {
      Build build = ahead.remove();
      if (files(build).contains(path)) {
        chain.add(build);
        children(build).stream().filter(seen::add).forEach(ahead::add);
      }
    }
    return chain;
  }

  /// All transformations in a build, including those of its components. A component that is not
  /// among the files is one too.
  List<Transformation> transformations(Build build) {
    List<Transformation> all = new ArrayList<>(build.transformations());
    List<Build> users = new ArrayList<>(List.of(build));
    for (Build component : components(build)) {
      all.addAll(component.transformations());
      users.add(component);
    }
    for (Build user : users) {
      for (String name : user.components()) {
        if (component(user, name) == null) {
          all.add(new Transformation(user.file(), 1, "components", "", new Value.Text(name)));
        }
      }
    }
    return all;
  }

  /// The removals of objects, by policies of Open Cluster Management.
  public List<Transformation> removals() {
    return byId.values().stream()
        .flatMap(build -> build.transformations().stream())
        .filter(each -> each.member().equals(Transformation.REMOVAL))
        .toList();
  }

  /// Whether a build changes names.
  public boolean isRenaming() {
    return byId.values().stream()
        .flatMap(build -> build.transformations().stream())
        .anyMatch(each -> each.member().equals("namePrefix") || each.member().equals("nameSuffix"));
  }

  private List<Build> children(Build build) {
    List<Build> children = new ArrayList<>();
    for (String path : entries(build)) {
      Build child = byFolder.get(path);
      if (child != null) {
        children.add(child);
      }
    }
    return children;
  }

  /// The paths of what a kustomization names: files, and the folders of others.
  List<String> entries(Build build) {
    List<String> paths = new ArrayList<>();
    for (List<String> names : List.of(build.resources(), build.components())) {
      for (String name : names) {
        String path = resolve(build.file(), name);
        if (path != null) {
          paths.add(path);
        }
      }
    }
    return paths;
  }

  /// The components that a build uses, and those that they use; a name that leads to none is left
  /// out.
  private List<Build> components(Build build) {
    List<Build> found = new ArrayList<>();
    Deque<Build> ahead = new ArrayDeque<>(List.of(build));
    while (!ahead.isEmpty()) {
      Build next = ahead.remove();
      for (String name : next.components()) {
        Build component = component(next, name);
        if (component != null && !component.equals(build) && !found.contains(component)) {
          found.add(component);
          ahead.add(component);
        }
      }
    }
    return found;
  }

  private @Nullable Build component(Build build, String name) {
    String path = build.isKustomization() ? resolve(build.file(), name) : null;
    return path == null ? null : byFolder.get(path);
  }

  /// The path that a name means relative to a file; null if it is not a path.
  public static @Nullable String resolve(String file, String name) {
    if (name.indexOf('\n') >= 0 || name.contains("://")) {
      return null;
    }
    try {
      return Path.of(file).resolveSibling(name).normalize().toString().replace('\\', '/');
    } catch (InvalidPathException e) {
      return null;
    }
  }

  static String folder(String file) {
    int slash = file.lastIndexOf('/');
    return slash < 0 ? "" : file.substring(0, slash);
  }
}
