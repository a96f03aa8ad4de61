package dev.netlog.cli.command;

import dev.netlog.cli.coverage.HeadSettings;
import dev.netlog.cli.coverage.TargetFiles;
import dev.netlog.cli.coverage.TargetRules;
import dev.netlog.cli.coverage.WantedTarget;
import dev.netlog.inventory.Assumptions;
import dev.netlog.io.config.Config;
import dev.netlog.settings.PathPattern;
import dev.netlog.settings.SettingChange;
import dev.netlog.settings.SettingChanges;
import dev.netlog.settings.Settings;
import dev.netlog.settings.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/// The targets that a run judges.
///
/// @param targets the targets of the settings, or one for each named platform; empty if none is
///   named
/// @param rules the settings for files of no target
record WantedTargets(List<WantedTarget> targets, TargetRules rules) {
  WantedTargets {
    targets = List.copyOf(targets);
  }

  static WantedTargets of(ParseResult arguments, ComparedSettings settings) {
    Settings inForce = settings.inForce().settings();
    TargetRules rules = rules(settings);
    List<Target> own = Configured.targets(arguments, inForce);
    List<Target> head =
        settings.head() == null || own.isEmpty()
            ? List.of()
            : Configured.targets(arguments, settings.head());
    List<WantedTarget> wanted = new ArrayList<>();
    for (Target target : own) {
      List<Target> added = head.stream().filter(each -> each.name().equals(target.name())).toList();
      add(target, new TargetFiles(List.of(target), added, own, rules.ignored()), wanted);
    }
    for (Target target : head) {
      if (own.stream().noneMatch(each -> each.name().equals(target.name()))) {
        Target allowed = claims(target, settings).with(Set.of(), CommonOptions.assumed(arguments));
        add(allowed, new TargetFiles(List.of(), List.of(target), own, rules.ignored()), wanted);
      }
    }
    if (wanted.isEmpty()) {
      for (String platform : Configured.platforms(arguments, inForce)) {
        wanted.add(
            WantedTarget.unnamed(
                platform, assumptions(arguments), CommonOptions.isComplete(arguments)));
      }
    }
    return new WantedTargets(wanted, rules);
  }

  /// What only the head claims about a cluster does not count.
  private static Target claims(Target target, ComparedSettings settings) {
    return target.withClaimsOf(settings.inForce().settings().targets());
  }

  /// The settings of the head, if those of the base decide and differ; null otherwise.
  static @Nullable HeadSettings ofHead(ParseResult arguments, ComparedSettings settings) {
    Settings head = settings.head();
    if (head == null) {
      return null;
    }
    Config inForce = settings.inForce();
    List<SettingChange> changes = SettingChanges.between(inForce.settings(), head);
    Config config = new Config(head, inForce.folder(), List.of());
    WantedTargets own = of(arguments, new ComparedSettings(config, null, null, settings.origin()));
    String named = CommonOptions.text(arguments, "--config");
    return new HeadSettings(
        named == null ? ".netlog.yaml" : named,
        changes,
        own.targets(),
        own.rules(),
        CommonOptions.isOn(arguments, "--strict"));
  }

  private static void add(Target target, TargetFiles files, List<WantedTarget> wanted) {
    for (String platform : target.platforms()) {
      wanted.add(
          new WantedTarget(
              platform,
              target.name(),
              files,
              target.assumptions(),
              Boolean.TRUE.equals(target.complete()),
              target.namespace()));
    }
  }

  /// An entry that only one side has does not count as an entry of both.
  private static TargetRules rules(ComparedSettings settings) {
    List<PathPattern> inForce = settings.inForce().settings().ignorePaths();
    Settings base = settings.base();
    if (base == null) {
      return TargetRules.of(inForce);
    }
    List<PathPattern> head = settings.head() == null ? inForce : settings.head().ignorePaths();
    return new TargetRules(
        base.targets(),
        true,
        inForce.stream().filter(base.ignorePaths()::contains).toList(),
        head.stream().filter(pattern -> !base.ignorePaths().contains(pattern)).toList());
  }

  /// The assumptions of the command line.
  static Assumptions assumptions(ParseResult arguments) {
    Map<String, String> values = new LinkedHashMap<>(CommonOptions.assumed(arguments));
    values.remove("input");
    return new Assumptions(values);
  }
}
