package dev.netlog.io.kustomize;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The folders whose files share a namespace if they name none: those of kustomizations with all
/// that they build, and those of files that no kustomization names.
///
/// A kustomization that exactly one other one names belongs to that one. One that several name,
/// such as the base of two overlays, stands for itself: the overlays are different environments.
public final class BuildFolders {
  private final Map<String, Set<String>> users = new HashMap<>();

  /// @param graphs the builds of all sides of a comparison, so that both sides have the same
  ///   folders
  public BuildFolders(Collection<BuildGraph> graphs) {
    for (BuildGraph graph : graphs) {
      for (Build build : graph.builds()) {
        if (build.isKustomization()) {
          String user = BuildGraph.id(build);
          graph.entries(build).stream()
              .filter(entry -> !entry.equals(user))
              .forEach(entry -> users.computeIfAbsent(entry, _ -> new HashSet<>()).add(user));
        }
      }
    }
  }

  /// The folder of a file, by its path at the head; empty for the working directory.
  public String of(String path) {
    String folder = onlyUser(path);
    if (folder == null) {
      return BuildGraph.folder(path);
    }
    Set<String> seen = new HashSet<>();
    String user = folder;
    while (user != null && seen.add(user)) {
      folder = user;
      user = onlyUser(folder);
    }
    return folder;
  }

  private @Nullable String onlyUser(String path) {
    Set<String> all = users.getOrDefault(path, Set.of());
    return all.size() == 1 ? all.iterator().next() : null;
  }
}
