package dev.netlog.cli.coverage.state;

import dev.netlog.io.files.NotUnderstood;
import dev.netlog.io.kustomize.Build;
import dev.netlog.io.yaml.KustomizationFiles;
import dev.netlog.io.yaml.Manifest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The manifests as they are, or as they were at the base.
///
/// @param manifests in the order of reports
/// @param skipped what could not be looked into
/// @param ignored how many files and folders ignore files leave out
/// @param unreadable one line for each path that the user named and that cannot be read
/// @param newlyIgnored paths that ignore files of this side alone leave out, and that are read all
///   the same
/// @param deadLinks links that lead to no folder and have no name of a manifest
/// @param kustomizations those among the manifests, by path
/// @param builds what is built from the manifests
/// @param files reads them once more
public record State(
    List<Manifest> manifests,
    List<NotUnderstood> skipped,
    int ignored,
    List<String> unreadable,
    List<String> newlyIgnored,
    List<String> deadLinks,
    Map<String, KustomizationFiles> kustomizations,
    List<Build> builds,
    SideFiles files) {
  public State {
    manifests = List.copyOf(manifests);
    skipped = List.copyOf(skipped);
    unreadable = List.copyOf(unreadable);
    newlyIgnored = List.copyOf(newlyIgnored);
    deadLinks = List.copyOf(deadLinks);
    builds = List.copyOf(builds);
    kustomizations = Collections.unmodifiableMap(new LinkedHashMap<>(kustomizations));
  }

  /// The same where patches are no objects: files that a kustomization names as patches, and none
  /// as resources, hold parts of objects. They count as not understood.
  public State withoutPatches() {
    PatchFiles patches = PatchFiles.of(kustomizations);
    List<Manifest> judged = new ArrayList<>();
    for (Manifest manifest : manifests) {
      judged.add(patches.holds(manifest.path()) ? PatchFiles.withoutObjects(manifest) : manifest);
    }
    return new State(
        judged,
        skipped,
        ignored,
        unreadable,
        newlyIgnored,
        deadLinks,
        kustomizations,
        builds,
        files);
  }

  /// Whether there was nothing to judge: no Kubernetes object, and nothing that could not be read
  /// as one.
  public boolean isEmpty() {
    return skipped.isEmpty() && manifests.stream().allMatch(Manifest::isEmpty);
  }
}
