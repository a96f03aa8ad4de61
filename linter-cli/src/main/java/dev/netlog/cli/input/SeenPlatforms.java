package dev.netlog.cli.input;

import dev.netlog.model.Resource;
import dev.netlog.platform.Platform;
import java.util.List;

/// Finds the platforms that show themselves in objects.
public final class SeenPlatforms {
  private SeenPlatforms() {}

  /// Those of some platforms that do, in the same order.
  public static List<Platform> in(List<Resource> resources, List<Platform> platforms) {
    return platforms.stream()
        .filter(platform -> resources.stream().anyMatch(platform::isSeenIn))
        .toList();
  }
}
