package dev.netlog.cli.coverage;

import dev.netlog.cli.report.Summary.NotUnderstood;
import dev.netlog.cli.yaml.Manifest;
import java.util.List;

/// The manifests as they are, or as they were at the base.
///
/// @param manifests in the order of reports
/// @param skipped what could not be looked into
/// @param ignored how many files and folders ignore files leave out
/// @param unreadable one line for each path that the user named and that cannot be read
record State(
    List<Manifest> manifests, List<NotUnderstood> skipped, int ignored, List<String> unreadable) {
  State {
    manifests = List.copyOf(manifests);
    skipped = List.copyOf(skipped);
    unreadable = List.copyOf(unreadable);
  }

  /// Whether there was nothing to judge: no Kubernetes object, and nothing that could not be read
  /// as one.
  boolean isEmpty() {
    return skipped.isEmpty() && manifests.stream().allMatch(Manifest::isEmpty);
  }
}
