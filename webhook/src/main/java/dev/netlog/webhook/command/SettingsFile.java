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

/// Reads the settings file of a server. Unlike the linter it never searches for one: a server in a
/// cluster must not use a file that happens to be there. Paths of targets are ignored, so that a
/// repository's file can be used alone.
final class SettingsFile {
  private SettingsFile() {}

  /// The settings; the defaults if no file is named.
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
      throw unreadable(named, "permission denied; make it readable");
    } catch (IOException e) {
      throw unreadable(named, "it cannot be read; name a file with --config");
    }
  }

  private static WebhookUsageException unreadable(String named, String why) {
    return new WebhookUsageException("settings " + Quoted.of(named) + ": " + why);
  }
}
