package dev.netlog.cli.command;

import dev.netlog.cli.config.Config;
import dev.netlog.cli.config.ConfigFile;
import dev.netlog.cli.git.BaseRevision;
import dev.netlog.cli.git.ComparisonException;
import dev.netlog.cli.git.GitComparison;
import dev.netlog.rule.Quoted;
import dev.netlog.settings.CoverageSettings;
import dev.netlog.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/// The settings as the base of a change has them, found in the places where those of the head are
/// looked for.
final class BaseConfig {
  private final ParseResult arguments;
  private final Console console;
  private final GitComparison git;

  private BaseConfig(ParseResult arguments, Console console, GitComparison git) {
    this.arguments = arguments;
    this.console = console;
    this.git = git;
  }

  /// The settings that decide about a change: those of the base. Where it has none, the change says
  /// what its clusters are, and not what it has to meet.
  ///
  /// @throws dev.netlog.cli.config.ConfigException where they cannot be used
  static Config of(ParseResult arguments, Console console, BaseRevision revision)
      throws ComparisonException {
    try (GitComparison git =
        GitComparison.open(console.workingDirectory(), Options.paths(arguments), revision)) {
      BaseConfig base = new BaseConfig(arguments, console, git);
      String named = Options.text(arguments, "--config");
      return named == null ? base.found() : base.named(named);
    }
  }

  private Config named(String name) throws ComparisonException {
    Path file = console.workingDirectory().resolve(name).normalize();
    String path = git.inRepository(file);
    if (path == null) {
      throw new UsageException(
          "--config "
              + Quoted.of(name)
              + " is not in the repository; name a file of it, or leave --config-from out");
    }
    Config config = read(file, path);
    if (config == null) {
      throw new UsageException("the base has no " + Quoted.of(path) + "; leave --config out");
    }
    return config;
  }

  private Config found() throws ComparisonException {
    List<Path> places = ConfigFile.places(console.workingDirectory());
    boolean inside = false;
    for (Path file : places) {
      String path = git.inRepository(file);
      if (path != null) {
        inside = true;
        Config config = read(file, path);
        if (config != null) {
          return config;
        }
      }
    }
    Config head = Configured.file(arguments, console);
    // No change of the repository reaches settings outside of it.
    return inside ? withoutGates(head) : head;
  }

  private @Nullable Config read(Path file, String path) throws ComparisonException {
    byte[] bytes = git.fileAtBase(path, Options.bytes(arguments, console));
    Path folder = file.getParent();
    if (bytes == null || folder == null) {
      return null;
    }
    Config config = ConfigFile.of(bytes, path + " of the base", folder);
    config.notes().forEach(console::repeat);
    return config;
  }

  private static Config withoutGates(Config head) {
    Settings settings = head.settings();
    return new Config(
        new Settings(
            settings.platforms(),
            settings.targets(),
            settings.failOn(),
            settings.severities(),
            CoverageSettings.NONE,
            settings.injection(),
            settings.notUsedYet()),
        head.folder(),
        head.notes());
  }
}
