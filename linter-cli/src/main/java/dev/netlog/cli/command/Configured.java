package dev.netlog.cli.command;

import dev.netlog.inventory.Assumptions;
import dev.netlog.io.config.Config;
import dev.netlog.io.config.ConfigFile;
import dev.netlog.settings.FailOn;
import dev.netlog.settings.Settings;
import dev.netlog.settings.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// The settings of a run: the command line takes precedence over the settings file.
final class Configured {
  private Configured() {}

  /// Adds the option for the settings file.
  static void option(CommandSpec spec) {
    CommonOptions.value(
        spec,
        "--config",
        "FILE",
        "the settings file; the default is .netlog.yaml in the working directory or a folder above"
            + " it, up to the root of the repository");
  }

  /// Loads the settings file, and tells the user which entries have no effect.
  ///
  /// @throws dev.netlog.io.config.ConfigException if it cannot be used
  static Config file(ParseResult arguments, Console console) {
    String named = CommonOptions.text(arguments, "--config");
    Config config =
        ConfigFile.load(CommonOptions.catalog(arguments), console.workingDirectory(), named);
    config.notes().forEach(console::repeat);
    return config;
  }

  /// The lowest severity that fails a run; the default is error.
  static FailOn failOn(ParseResult arguments, Settings settings) {
    String given = CommonOptions.text(arguments, "--fail-on");
    FailOn choice =
        given == null
            ? settings.failOn()
            : FailOn.of(CommonOptions.oneOf("--fail-on", given, FailOn.words()));
    return choice == null ? FailOn.ERROR : choice;
  }

  /// The platforms of files of no target.
  static Set<String> platforms(ParseResult arguments, Settings settings) {
    Set<String> given = CommonOptions.platforms(arguments);
    return given.isEmpty() ? settings.platforms() : given;
  }

  /// The assumptions of the command line, for files of no target.
  static Assumptions assumptions(ParseResult arguments) {
    Map<String, String> assumed = new LinkedHashMap<>(CommonOptions.assumed(arguments));
    assumed.remove("input");
    return new Assumptions(assumed);
  }

  /// The targets, each with the platforms and assumptions of the command line.
  static List<Target> targets(ParseResult arguments, Settings settings) {
    Set<String> platforms = CommonOptions.platforms(arguments);
    Map<String, String> assumed = CommonOptions.assumed(arguments);
    return settings.targets().stream().map(target -> target.with(platforms, assumed)).toList();
  }
}
