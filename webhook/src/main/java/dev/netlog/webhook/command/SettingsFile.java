package dev.netlog.webhook.command;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.io.config.Config;
import dev.netlog.io.config.ConfigException;
import dev.netlog.io.config.ConfigFile;
import dev.netlog.rule.Quoted;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The settings file of a server. Unlike the linter's it is never looked for: a server in a cluster
/// must not obey a file that happens to be there. The paths of targets mean nothing here, so that
/// the file of a repository can be used without it.
final class SettingsFile {
  private SettingsFile() {}

  /// The settings, those that say nothing where no file is named.
  static Config load(RuleCatalog catalog, Path workingDirectory, @Nullable String named)
      throws WebhookUsageException {
    if (named == null) {
      return Config.none(workingDirectory);
    }
    try {
      return ConfigFile.of(catalog, bytes(workingDirectory, named), named, workingDirectory);
    } catch (ConfigException e) {
      throw new WebhookUsageException(e.lines());
    }
  }

  private static byte[] bytes(Path workingDirectory, String named) throws WebhookUsageException {
    try {
      return Files.readAllBytes(workingDirectory.resolve(named));
    } catch (NoSuchFileException | InvalidPathException e) {
      throw unreadable(named, "there is no such file; check the spelling");
    } catch (AccessDeniedException e) {
      throw unreadable(named, "it must not be read; check its permissions");
    } catch (IOException e) {
      throw unreadable(named, "it cannot be read; name a file with --config");
    }
  }

  private static WebhookUsageException unreadable(String named, String why) {
    return new WebhookUsageException("settings " + Quoted.of(named) + ": " + why);
  }
}
