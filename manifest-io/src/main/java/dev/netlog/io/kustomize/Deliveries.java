package dev.netlog.io.kustomize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The ways by which builds bring the objects of files to a cluster. Each starts at a Flux or Argo
/// CD object, or at a kustomization that nothing else builds.
public final class Deliveries {
  private final BuildGraph graph;

  /// Members of Flux and Argo CD objects that have the effect of a further kustomization.
  private static final Set<String> LIKE_KUSTOMIZE = Set.of("namespace");

  /// Members of Flux and Argo CD objects that replace those of the kustomization in the folder.
  private static final Set<String> UNLIKE_KUSTOMIZE =
      Set.of("namePrefix", "nameSuffix", "components", "transformers", "configurations");

  private final Map<String, Map<Build, List<Build>>> starts = new HashMap<>();
  private final BuildOrder order;

  /// One way.
  ///
  /// @param build where it starts
  /// @param transformations what it changes in the objects of the file
  /// @param ordered those of them that netlog may merge, in the order of the build; null if the
  ///   order is not known
  public record Delivery(
      Build build, List<Transformation> transformations, @Nullable List<Transformation> ordered) {
    public Delivery {
      transformations = List.copyOf(transformations);
      ordered = ordered == null ? null : List.copyOf(ordered);
    }
  }

  public Deliveries(BuildGraph graph) {
    this.graph = graph;
    this.order = new BuildOrder(graph::kustomization);
    Set<Build> delivered = new HashSet<>();
    for (Build build : graph.builds()) {
      if (!build.isKustomization()) {
        for (String name : build.resources()) {
          BuildGraph.Source source = graph.source(build, name);
          delivered.addAll(source.starts());
          add(build, graph.files(source), source.starts());
        }
      }
    }
    for (Build build : graph.builds()) {
      if (build.isKustomization()
          && !build.isComponent()
          && !graph.isNamed(BuildGraph.id(build))
          && !delivered.contains(build)) {
        add(build, graph.files(build), List.of(build));
      }
    }
  }

  private void add(Build build, Set<String> files, List<Build> first) {
    for (String file : files) {
      starts
          .computeIfAbsent(file, _ -> new LinkedHashMap<>())
          .computeIfAbsent(build, _ -> new ArrayList<>())
          .addAll(first);
    }
  }

  /// The ways of a file; empty if no build uses it.
  ///
  /// @param path its path in reports
  public List<Delivery> of(String path) {
    List<Delivery> ways = new ArrayList<>();
    starts
        .getOrDefault(path, Map.of())
        .forEach(
            (build, first) -> {
              List<Transformation> changes = new ArrayList<>();
              if (!build.isKustomization()) {
                changes.addAll(graph.transformations(build));
              }
              for (Build start : first) {
                graph
                    .chain(start, path)
                    .forEach(each -> changes.addAll(graph.transformations(each)));
              }
              ways.add(new Delivery(build, changes, ordered(build, first, changes, path)));
            });
    return ways;
  }

  /// @param all the transformations that may apply, in any order
  private @Nullable List<Transformation> ordered(
      Build build, List<Build> first, List<Transformation> all, String path) {
    List<Transformation> known = new ArrayList<>();
    List<Build> roots = first.stream().filter(start -> graph.files(start).contains(path)).toList();
    if (roots.size() > 1) {
      return null;
    }
    if (!roots.isEmpty()) {
      List<Transformation> own = order.of(roots.getFirst(), path);
      if (own == null) {
        return null;
      }
      known.addAll(own);
    }
    Set<Transformation> rest = new HashSet<>(all);
    if (!build.isKustomization() && !build.transformations().isEmpty()) {
      if (build.resources().size() != 1 || !isLikeKustomize(build)) {
        return null;
      }
      build.transformations().stream()
          .filter(each -> LIKE_KUSTOMIZE.contains(each.member()))
          .forEach(known::add);
      rest.removeAll(build.transformations());
    }
    return known.containsAll(rest) && all.containsAll(known) ? known : null;
  }

  private static boolean isLikeKustomize(Build build) {
    return !build.name().startsWith("HelmRelease/")
        && build.transformations().stream()
            .noneMatch(each -> UNLIKE_KUSTOMIZE.contains(each.member()));
  }
}
