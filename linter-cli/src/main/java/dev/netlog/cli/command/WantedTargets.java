package dev.netlog.cli.command;

import dev.netlog.cli.coverage.WantedTarget;
import dev.netlog.inventory.Assumptions;
import dev.netlog.settings.Settings;
import dev.netlog.settings.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ParseResult;

/// The clusters that a run judges.
final class WantedTargets {
  private WantedTargets() {}

  /// The targets of the settings, or one for each platform that is named; empty where none is.
  static List<WantedTarget> of(ParseResult arguments, Settings settings) {
    List<WantedTarget> wanted = new ArrayList<>();
    for (Target target : Configured.targets(arguments, settings)) {
      for (String platform : target.platforms()) {
        wanted.add(
            new WantedTarget(
                platform,
                target.name(),
                target,
                target.assumptions(),
                Boolean.TRUE.equals(target.complete())));
      }
    }
    if (!wanted.isEmpty()) {
      return wanted;
    }
    for (String platform : Configured.platforms(arguments, settings)) {
      wanted.add(
          new WantedTarget(
              platform, null, null, assumptions(arguments), Options.isComplete(arguments)));
    }
    return wanted;
  }

  /// What the command line takes for granted.
  static Assumptions assumptions(ParseResult arguments) {
    Map<String, String> values = new LinkedHashMap<>(Options.assumed(arguments));
    values.remove("input");
    return new Assumptions(values);
  }
}
