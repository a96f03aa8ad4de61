package dev.netlog.io.kustomize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The ways by which builds bring the objects of files to a cluster. Each starts at a Flux or Argo
/// CD object, or at a kustomization that nothing else builds.
public final class Deliveries {
  private final BuildGraph graph;
  private final Map<String, Map<Build, List<Build>>> starts = new HashMap<>();

  /// One way.
  ///
  /// @param build where it starts
  /// @param transformations what it changes in the objects of the file, the outermost first
  /// @param isOnce whether it takes the file once only, by kustomizations each of which is used by
  ///   one other
  public record Delivery(Build build, List<Transformation> transformations, boolean isOnce) {
    public Delivery {
      transformations = List.copyOf(transformations);
    }

    /// Whether the order of its transformations, and how they work, is known exactly.
    public boolean isExact() {
      return isOnce && ExactMerge.isUsual(transformations);
    }
  }

  public Deliveries(BuildGraph graph) {
    this.graph = graph;
    Set<Build> delivered = new HashSet<>();
    for (Build build : graph.builds()) {
      if (!build.isKustomization()) {
        for (String name : build.resources()) {
          BuildGraph.Source source = graph.source(name);
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
              boolean isOnce = first.size() < 2;
              for (Build start : first) {
                List<Build> chain = graph.chain(start, path);
                chain.forEach(each -> changes.addAll(graph.transformations(each)));
                isOnce &= graph.takesOnce(chain, path);
              }
              ways.add(new Delivery(build, changes, isOnce));
            });
    return ways;
  }
}
