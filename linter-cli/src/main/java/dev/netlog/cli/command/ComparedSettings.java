package dev.netlog.cli.command;

import dev.netlog.io.config.Config;
import dev.netlog.settings.Settings;
import org.jspecify.annotations.Nullable;

/// The settings of a run, and those of both sides of a comparison.
///
/// @param inForce what decides
/// @param base those of the base; null without a base, or where it has none that can be used
/// @param head those of the head, where the base decides and they stand in the same place; null
///   otherwise
record ComparedSettings(Config inForce, @Nullable Settings base, @Nullable Settings head) {}
