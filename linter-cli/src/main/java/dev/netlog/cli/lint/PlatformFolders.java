package dev.netlog.cli.lint;

import dev.netlog.model.Resource;
import dev.netlog.platform.Platform;
import dev.netlog.run.PlatformUse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Assigns objects to platforms if the user names none and several are detected: an object belongs
/// to the platforms detected in its folder, or else in the nearest parent folder.
///
/// Otherwise rules that expect logging would expect it for each platform, on every object of a
/// repository with clusters of two platforms.
final class PlatformFolders {
  private final Map<String, Set<String>> seen = new HashMap<>();
  private final boolean apart;

  /// @param resources all objects of a scope, or of the scopes that are parts of one input
  /// @param platforms all supported platforms
  PlatformFolders(PlatformUse use, List<Resource> resources, List<Platform> platforms) {
    this.apart = use.named().isEmpty() && use.seen().size() > 1;
    if (apart) {
      for (Resource resource : resources) {
        for (Platform platform : platforms) {
          if (platform.isSeenIn(resource)) {
            add(platform.id(), resource.origin().path());
          }
        }
      }
    }
  }

  /// The objects that belong to a platform.
  List<Resource> of(Platform platform, List<Resource> resources) {
    if (!apart) {
      return resources;
    }
    Map<String, Boolean> answers = new HashMap<>();
    return resources.stream()
        .filter(
            resource ->
                answers.computeIfAbsent(
                    parent(resource.origin().path()),
                    folder -> nearest(folder).contains(platform.id())))
        .toList();
  }

  private void add(String platform, String path) {
    String folder = path;
    do {
      folder = parent(folder);
    } while (seen.computeIfAbsent(folder, _ -> new HashSet<>()).add(platform) && !folder.isEmpty());
  }

  private Set<String> nearest(String start) {
    String folder = start;
    while (!seen.containsKey(folder) && !folder.isEmpty()) {
      folder = parent(folder);
    }
    return seen.getOrDefault(folder, Set.of());
  }

  /// The folder of a path; the root has the empty path.
  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}
