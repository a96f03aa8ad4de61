package dev.netlog.cli.coverage;

import dev.netlog.inventory.Assumptions;
import org.jspecify.annotations.Nullable;

/// A cluster to judge.
///
/// @param platform the id of its platform
/// @param name what the settings call it, null where they do not
/// @param files which files are its own, null for all
/// @param assumptions what is taken for granted
/// @param complete whether the files are declared to be all that the cluster holds
public record WantedTarget(
    String platform,
    @Nullable String name,
    @Nullable TargetFiles files,
    Assumptions assumptions,
    boolean complete) {}
