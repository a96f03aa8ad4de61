package dev.netlog.cli.lint;

import dev.netlog.io.yaml.Manifest;
import java.util.List;

/// Files that are judged together.
///
/// @param path the folder they lie in, as reports name it; some may come from elsewhere
/// @param manifests in the order of reports
record FileGroup(String path, List<Manifest> manifests) {
  FileGroup {
    manifests = List.copyOf(manifests);
  }

  /// How many objects of them a rule can be about.
  int relevant() {
    return manifests.stream().mapToInt(manifest -> manifest.resources().size()).sum();
  }
}
