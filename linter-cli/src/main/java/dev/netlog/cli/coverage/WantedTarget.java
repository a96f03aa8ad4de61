package dev.netlog.cli.coverage;

import dev.netlog.inventory.Assumptions;
import org.jspecify.annotations.Nullable;

/// A target to judge.
///
/// @param platform the id of its platform
/// @param name its name in the settings, null if it has none
/// @param files the files of the target, null for all
/// @param assumptions the assumptions about the cluster
/// @param complete whether the files are declared to be everything in the cluster
/// @param namespace the namespace of objects that name none, null if the settings do not say
public record WantedTarget(
    String platform,
    @Nullable String name,
    @Nullable TargetFiles files,
    Assumptions assumptions,
    boolean complete,
    @Nullable String namespace) {
  /// A target without settings of its own.
  public static WantedTarget unnamed(String platform, Assumptions assumptions, boolean complete) {
    return new WantedTarget(platform, null, null, assumptions, complete, null);
  }
}
