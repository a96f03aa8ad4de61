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

/// The settings of a run: what the command line says, and what the file says where it is silent.
final class Configured {
  private Configured() {}

  /// Adds the option that names the settings file.
  static void option(CommandSpec spec) {
    CommonOptions.value(
        spec,
        "--config",
        "FILE",
        "the settings file; the default is .netlog.yaml in the working directory or a folder above"
            + " it, up to the root of the repository");
  }

  /// The settings file in force; the user is told what in it changes nothing.
  ///
  /// @throws dev.netlog.io.config.ConfigException where it cannot be used
  static Config file(ParseResult arguments, Console console) {
    String named = CommonOptions.text(arguments, "--config");
    Config config =
        ConfigFile.load(CommonOptions.catalog(arguments), console.workingDirectory(), named);
    config.notes().forEach(console::repeat);
    return config;
  }

  /// What fails a run; an error where nobody says anything.
  static FailOn failOn(ParseResult arguments, Settings settings) {
    String given = CommonOptions.text(arguments, "--fail-on");
    FailOn choice =
        given == null
            ? settings.failOn()
            : FailOn.of(CommonOptions.oneOf("--fail-on", given, FailOn.words()));
    return choice == null ? FailOn.ERROR : choice;
  }

  /// What the files under no target are for.
  static Set<String> platforms(ParseResult arguments, Settings settings) {
    Set<String> given = CommonOptions.platforms(arguments);
    return given.isEmpty() ? settings.platforms() : given;
  }

  /// What the command line takes for granted about files under no target.
  static Assumptions assumptions(ParseResult arguments) {
    Map<String, String> assumed = new LinkedHashMap<>(CommonOptions.assumed(arguments));
    assumed.remove("input");
    return new Assumptions(assumed);
  }

  /// The targets; what the command line says holds for each of them.
  static List<Target> targets(ParseResult arguments, Settings settings) {
    Set<String> platforms = CommonOptions.platforms(arguments);
    Map<String, String> assumed = CommonOptions.assumed(arguments);
    return settings.targets().stream().map(target -> target.with(platforms, assumed)).toList();
  }
}
