package dev.netlog.cli.coverage.unreadable;

import dev.netlog.cli.coverage.state.SideFiles;
import dev.netlog.cli.coverage.state.State;
import dev.netlog.io.kustomize.Build;
import dev.netlog.io.kustomize.BuildGraph;
import dev.netlog.io.yaml.Manifest;
import java.util.ArrayList;
import java.util.List;

/// The builds on both sides of a comparison.
///
/// @param before the base, with paths as at the head
/// @param now the head
record BuildGraphs(BuildGraph before, BuildGraph now) {
  static BuildGraphs of(State base, State head) {
    return of(base, head, new OuterBuilds(List.of(), List.of()));
  }

  /// @param outer builds outside of the run's paths
  static BuildGraphs of(State base, State head, OuterBuilds outer) {
    SideFiles files = base.files();
    List<Build> before = new ArrayList<>(outer.before());
    base.builds().forEach(build -> before.add(build.at(files.atHead(build.file()))));
    List<Build> now = new ArrayList<>(outer.now());
    now.addAll(head.builds());
    return new BuildGraphs(
        new BuildGraph(before, paths(base).stream().map(files::atHead).toList()),
        new BuildGraph(now, paths(head)));
  }

  private static List<String> paths(State state) {
    return state.manifests().stream().map(Manifest::path).toList();
  }
}
