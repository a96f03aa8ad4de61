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

/// The manifests of one side of a comparison, the head or the base.
///
/// @param manifests in the order of reports
/// @param skipped what could not be read
/// @param ignored how many files and folders are left out by ignore files
/// @param unreadable one line for each named path that cannot be read
/// @param newlyIgnored paths that only the ignore files of this side leave out; they are read
///   nevertheless
/// @param deadLinks broken links whose names are not those of manifests
/// @param kustomizations the kustomizations among the manifests, by path
/// @param builds the builds among the manifests
/// @param unread parts of the files that could not be read and may hold policies
/// @param files reads the files again
public record State(
    List<Manifest> manifests,
    List<NotUnderstood> skipped,
    int ignored,
    List<String> unreadable,
    List<String> newlyIgnored,
    List<String> deadLinks,
    Map<String, KustomizationFiles> kustomizations,
    List<Build> builds,
    List<UnreadPart> unread,
    SideFiles files) {
  public State {
    manifests = List.copyOf(manifests);
    skipped = List.copyOf(skipped);
    unreadable = List.copyOf(unreadable);
    newlyIgnored = List.copyOf(newlyIgnored);
    deadLinks = List.copyOf(deadLinks);
    builds = List.copyOf(builds);
    unread = List.copyOf(unread);
    kustomizations = Collections.unmodifiableMap(new LinkedHashMap<>(kustomizations));
  }

  /// The same without patches as objects. Files that a kustomization names as patches, and none as
  /// resources, hold parts of objects; they count as not understood.
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
        unread,
        files);
  }

  /// Whether there was nothing to judge: no Kubernetes object, and nothing that could not be read
  /// as one.
  public boolean isEmpty() {
    return skipped.isEmpty() && manifests.stream().allMatch(Manifest::isEmpty);
  }
}
