package dev.netlog.cli.coverage.unreadable;

import dev.netlog.cli.coverage.state.SideFiles;
import dev.netlog.cli.coverage.state.State;
import dev.netlog.io.kustomize.BuildGraph;
import dev.netlog.io.yaml.Manifest;
import java.util.List;

/// The builds on both sides of a comparison.
///
/// @param before the base, with paths as at the head
/// @param now the head
record BuildGraphs(BuildGraph before, BuildGraph now) {
  static BuildGraphs of(State base, State head) {
    SideFiles files = base.files();
    return new BuildGraphs(
        new BuildGraph(
            base.builds().stream().map(build -> build.at(files.atHead(build.file()))).toList(),
            paths(base).stream().map(files::atHead).toList()),
        new BuildGraph(head.builds(), paths(head)));
  }

  private static List<String> paths(State state) {
    return state.manifests().stream().map(Manifest::path).toList();
  }
}
