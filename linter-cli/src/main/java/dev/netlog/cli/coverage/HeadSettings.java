package dev.netlog.cli.coverage;

import dev.netlog.settings.SettingChange;
import java.util.List;

/// The settings of a head whose base decides, to see what they would take from the gates once they
/// are merged.
///
/// @param file the settings file, as reports name it
/// @param changes the settings that differ from the base
/// @param targets the targets of the head
/// @param rules its settings for files of no target
/// @param strict whether loosened settings fail the run
public record HeadSettings(
    String file,
    List<SettingChange> changes,
    List<WantedTarget> targets,
    TargetRules rules,
    boolean strict) {
  public HeadSettings {
    changes = List.copyOf(changes);
    targets = List.copyOf(targets);
  }
}
