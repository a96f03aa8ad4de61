package dev.netlog.cli.coverage.unreadable;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.coverage.state.State;
import dev.netlog.cli.coverage.state.WholeTree;
import dev.netlog.io.files.ManifestNames;
import dev.netlog.io.git.ComparisonException;
import dev.netlog.io.kustomize.Build;
import dev.netlog.io.kustomize.BuildReader;
import dev.netlog.io.yaml.Manifest;
import dev.netlog.io.yaml.ManifestReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The kustomizations outside of the run's paths that a change edits: they may stop naming a file
/// of the run. What they transform is not considered.
///
/// @param before as in the base
/// @param now as in the head
record OuterBuilds(List<Build> before, List<Build> now) {
  static OuterBuilds of(State head, WholeTree tree, RuleCatalog catalog)
      throws ComparisonException {
    ManifestReader reader = new ManifestReader(catalog);
    Set<String> read = new HashSet<>();
    head.manifests().forEach(file -> read.add(file.path()));
    List<Build> before = new ArrayList<>();
    List<Build> now = new ArrayList<>();
    for (WholeTree.NewFile file : tree.changedOutside()) {
      String name = file.path().substring(file.path().lastIndexOf('/') + 1);
      byte[] old = tree.before(file.path());
      if (ManifestNames.isKustomization(name) && !read.contains(file.path()) && old != null) {
        try {
          now.addAll(builds(reader.read(file.path(), tree.read(file.path()))));
          before.addAll(builds(reader.read(file.path(), old)));
        } catch (IOException e) {
          // What cannot be read names nothing that it did not name before.
        }
      }
    }
    return new OuterBuilds(before, now);
  }

  private static List<Build> builds(Manifest manifest) {
    return BuildReader.of(manifest).stream().map(Build::withoutTransformations).toList();
  }
}
