package dev.netlog.cli.input;

import dev.netlog.model.Resource;
import dev.netlog.platform.Platform;
import java.util.List;

/// Detects the platforms that objects use.
public final class SeenPlatforms {
  private SeenPlatforms() {}

  /// The detected platforms among some, in the same order.
  public static List<Platform> in(List<Resource> resources, List<Platform> platforms) {
    return platforms.stream()
        .filter(platform -> resources.stream().anyMatch(platform::isSeenIn))
        .toList();
  }
}
