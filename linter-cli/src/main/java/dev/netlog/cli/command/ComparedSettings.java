package dev.netlog.cli.command;

import dev.netlog.io.config.Config;
import dev.netlog.settings.Settings;
import org.jspecify.annotations.Nullable;

/// The settings of a run, and those of both sides of a comparison.
///
/// @param inForce the settings that decide
/// @param base the settings of the base; null without a base, or if it has none that can be used
/// @param head the settings of the head, if those of the base decide and both are in the same
///   place; null otherwise
/// @param origin where the settings that decide are from, in words
record ComparedSettings(
    Config inForce, @Nullable Settings base, @Nullable Settings head, String origin) {}
