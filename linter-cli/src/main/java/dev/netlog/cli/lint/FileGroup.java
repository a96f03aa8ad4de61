package dev.netlog.cli.lint;

import dev.netlog.io.yaml.Manifest;
import java.util.List;

/// Files that are judged together.
///
/// @param path the folder of the group, by its path in reports; some files may be elsewhere
/// @param manifests in the order of reports
record FileGroup(String path, List<Manifest> manifests) {
  FileGroup {
    manifests = List.copyOf(manifests);
  }

  /// The number of objects in it that rules need, as subject or as context.
  int relevant() {
    return manifests.stream().mapToInt(manifest -> manifest.resources().size()).sum();
  }
}
