package dev.netlog.cli.command;

import dev.netlog.io.config.Config;
import dev.netlog.io.config.ConfigException;
import dev.netlog.io.config.ConfigFile;
import dev.netlog.io.git.BaseRevision;
import dev.netlog.io.git.ComparisonException;
import dev.netlog.io.git.GitComparison;
import dev.netlog.io.git.Side;
import dev.netlog.rule.Quoted;
import dev.netlog.settings.CoverageSettings;
import dev.netlog.settings.Settings;
import dev.netlog.settings.Target;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/// Finds the settings file of a change's base, in the places that are searched at the head.
final class BaseConfig {
  /// The origin of the settings if the base has no say.
  static final String HEAD = "HEAD and the command line";

  private final ParseResult arguments;
  private final Console console;
  private final GitComparison git;

  private BaseConfig(ParseResult arguments, Console console, GitComparison git) {
    this.arguments = arguments;
    this.console = console;
    this.git = git;
  }

  /// The settings that decide about a change: those of the base. If the base has none, only the
  /// targets of the head's settings are used, and not their gates.
  ///
  /// @throws dev.netlog.io.config.ConfigException if they cannot be used
  static ComparedSettings deciding(ParseResult arguments, Console console, BaseRevision revision)
      throws ComparisonException {
    try (GitComparison git = open(arguments, console, revision)) {
      BaseConfig base = new BaseConfig(arguments, console, git);
      String named = CommonOptions.text(arguments, "--config");
      Found found = named == null ? base.found() : base.named(named);
      if (found == null) {
        return base.ofHead();
      }
      found.config().notes().forEach(console::repeat);
      Config head = base.read(Side.HEAD, found.file(), found.path());
      return new ComparedSettings(
          found.config(),
          found.config().settings(),
          head == null ? Settings.NONE : head.settings(),
          found.path() + " of the base");
    }
  }

  /// The settings of the head, with those of the base for comparison.
  ///
  /// @throws dev.netlog.io.config.ConfigException if those of the head cannot be used
  static ComparedSettings beside(ParseResult arguments, Console console, BaseRevision revision)
      throws ComparisonException {
    Config config = Configured.file(arguments, console);
    if (config.settings().targets().isEmpty()) {
      return new ComparedSettings(config, null, null, HEAD);
    }
    try (GitComparison git = open(arguments, console, revision)) {
      BaseConfig base = new BaseConfig(arguments, console, git);
      String named = CommonOptions.text(arguments, "--config");
      Found found = named == null ? base.found() : base.atBase(named);
      return new ComparedSettings(
          config, found == null ? Settings.NONE : found.config().settings(), null, HEAD);
    } catch (ConfigException e) {
      // The change may be the one that fixes the settings of the base, so they must not stop the
      // run.
      return new ComparedSettings(config, null, null, HEAD);
    }
  }

  private static GitComparison open(ParseResult arguments, Console console, BaseRevision revision)
      throws ComparisonException {
    return GitComparison.open(console.workingDirectory(), CommonOptions.paths(arguments), revision);
  }

  /// The settings of the base.
  ///
  /// @param file their place in the work tree
  /// @param path the same, relative to the root of the repository
  private record Found(Config config, Path file, String path) {}

  private Found named(String name) throws ComparisonException {
    Path file = console.workingDirectory().resolve(name).normalize();
    String path = git.inRepository(file);
    if (path == null) {
      throw new UsageException(
          "--config "
              + Quoted.of(name)
              + " is not in the repository; name a file of it, or leave --config-from out");
    }
    Config config = read(Side.BASE, file, path);
    if (config == null) {
      throw new UsageException("the base has no " + Quoted.of(path) + "; leave --config out");
    }
    return new Found(config, file, path);
  }

  /// The file with this name in the base, null if it has none.
  private @Nullable Found atBase(String name) throws ComparisonException {
    Path file = console.workingDirectory().resolve(name).normalize();
    String path = git.inRepository(file);
    Config config = path == null ? null : read(Side.BASE, file, path);
    return path == null || config == null ? null : new Found(config, file, path);
  }

  /// The nearest settings file in the base, null if it has none.
  private @Nullable Found found() throws ComparisonException {
    for (Path file : ConfigFile.places(console.workingDirectory())) {
      String path = git.inRepository(file);
      Config config = path == null ? null : read(Side.BASE, file, path);
      if (path != null && config != null) {
        return new Found(config, file, path);
      }
    }
    return null;
  }

  private ComparedSettings ofHead() throws ComparisonException {
    Config head = Configured.file(arguments, console);
    for (Path file : ConfigFile.places(console.workingDirectory())) {
      if (git.inRepository(file) != null) {
        return new ComparedSettings(
            withoutGates(head),
            Settings.NONE,
            null,
            "the targets of HEAD; the base has no settings");
      }
    }
    // A change of the repository cannot affect settings outside of it.
    return new ComparedSettings(head, null, null, HEAD);
  }

  private @Nullable Config read(Side side, Path file, String path) throws ComparisonException {
    byte[] bytes = git.fileAt(side, path, CommonOptions.bytes(arguments, console));
    Path folder = file.getParent();
    return bytes == null || folder == null
        ? null
        : ConfigFile.of(
            CommonOptions.catalog(arguments),
            bytes,
            path + (side == Side.BASE ? " of the base" : " of HEAD"),
            folder);
  }

  /// Without the gates, and without what the targets claim about their clusters.
  private static Config withoutGates(Config head) {
    Settings settings = head.settings();
    return new Config(
        new Settings(
            settings.platforms(),
            settings.targets().stream().map(Target::withoutClaims).toList(),
            settings.ignorePaths(),
            settings.failOn(),
            settings.severities(),
            CoverageSettings.NONE,
            settings.injection(),
            settings.notUsedYet()),
        head.folder(),
        head.notes());
  }
}
