package dev.netlog.cli.lint;

import dev.netlog.model.Resource;
import dev.netlog.platform.Platform;
import dev.netlog.run.PlatformUse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which objects are meant for which platform, where the user names none and several show
/// themselves: those of a folder for the platforms that do so in it, or else in the nearest folder
/// around it.
///
/// What expects logging would otherwise expect it twice of every object of a repository with
/// clusters of both kinds.
final class PlatformFolders {
  private final Map<String, Set<String>> seen = new HashMap<>();
  private final boolean apart;

  /// @param resources all of a scope, or of scopes that are parts of one input
  /// @param platforms all there are
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

  /// Those of some objects that are meant for a platform.
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

  /// The folder of a path; the empty one above all others.
  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}
