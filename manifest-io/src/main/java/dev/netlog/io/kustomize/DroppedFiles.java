package dev.netlog.io.kustomize;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds a build that stops building a file which other builds go on with: one of several overlays
/// or clusters loses its objects.
///
/// A build that is gone altogether is no loss: its environment goes away. A kustomization that is
/// gone while other files stay in its folder is one.
public final class DroppedFiles {
  private final BuildGraph before;
  private final BuildGraph now;

  public DroppedFiles(BuildGraph before, BuildGraph now) {
    this.before = before;
    this.now = now;
  }

  /// The build that dropped a file; null if there is none.
  ///
  /// @param from the file's path in the base, as at the head
  /// @param to its path at the head
  public @Nullable Build by(String from, String to) {
    Build overlay = by(from, to, true);
    return overlay == null ? by(from, to, false) : overlay;
  }

  private @Nullable Build by(String from, String to, boolean areKustomizations) {
    List<Build> old = starts(before, from, areKustomizations);
    if (old.size() < 2) {
      return null;
    }
    List<Build> dropped = old.stream().filter(build -> drops(build, to)).toList();
    if (dropped.isEmpty()) {
      return null;
    }
    Set<String> known = old.stream().map(BuildGraph::id).collect(Collectors.toSet());
    boolean stays = dropped.stream().anyMatch(build -> now.build(BuildGraph.id(build)) != null);
    Predicate<Build> takesOver =
        build ->
            !known.contains(BuildGraph.id(build))
                && (!stays || !areKustomizations || isDeployed(build, to));
    long gained = starts(now, to, areKustomizations).stream().filter(takesOver).count();
    if (gained >= dropped.size()) {
      return null;
    }
    Build first = dropped.getFirst();
    Build same = now.build(BuildGraph.id(first));
    return same == null ? first : same;
  }

  /// Whether a kustomization was there before, or a Flux or Argo CD object runs it.
  private boolean isDeployed(Build build, String to) {
    return before.build(BuildGraph.id(build)) != null || !starts(now, to, false).isEmpty();
  }

  private boolean drops(Build build, String to) {
    Build same = now.build(BuildGraph.id(build));
    if (same == null) {
      return build.isKustomization() && now.hasFilesBeside(build);
    }
    return !now.files(same).contains(to);
  }

  /// The builds of a file that are not part of others.
  private static List<Build> starts(BuildGraph graph, String path, boolean areKustomizations) {
    List<Build> starts = new ArrayList<>();
    for (Build build : graph.builds()) {
      boolean isStart =
          build.isKustomization()
              ? !build.isComponent() && !graph.isNamed(BuildGraph.id(build))
              : !build.resources().isEmpty();
      if (isStart
          && build.isKustomization() == areKustomizations
          && graph.files(build).contains(path)) {
        starts.add(build);
      }
    }
    return starts;
  }
}
