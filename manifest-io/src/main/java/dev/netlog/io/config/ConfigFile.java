package dev.netlog.io.config;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.io.files.FileBytes;
import dev.netlog.io.files.InputFile;
import dev.netlog.io.files.Reasons;
import dev.netlog.model.JsonPointer;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import dev.netlog.settings.Settings;
import dev.netlog.settings.SettingsProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds and reads the settings file of a run.
///
/// The file may be untrusted and deeply nested: run it on a thread made by
/// [dev.netlog.io.yaml.DeepThreads].
public final class ConfigFile {
  /// The name of the settings file.
  public static final String NAME = ".netlog.yaml";

  /// The largest settings file, in bytes; a hand-written one has a few kilobytes.
  private static final long LIMIT = 1024 * 1024;

  private ConfigFile() {}

  /// The settings for a run.
  ///
  /// Without a name, the file is searched in the working directory and above it, up to the root of
  /// the git repository. Outside of a repository only the working directory is searched, so that a
  /// stray file in a parent folder is never used.
  ///
  /// @param catalog the rules and platforms that settings may name
  /// @param workingDirectory absolute
  /// @param named the file that the user named, null if none
  /// @throws ConfigException if the file cannot be read or used
  public static Config load(RuleCatalog catalog, Path workingDirectory, @Nullable String named) {
    Path file = named == null ? find(workingDirectory) : resolved(workingDirectory, named);
    if (file == null) {
      return Config.none(workingDirectory);
    }
    String path = display(workingDirectory, file);
    if (named == null && !Files.isRegularFile(file)) {
      throw refused(path, "this is not a readable file; create one, or pass --config FILE");
    }
    Path folder = folder(file);
    return ConfigText.read(
        catalog, bytes(file, path), path, folder, settings -> missingPaths(settings, folder));
  }

  /// The settings of a text from another source, such as a commit.
  ///
  /// @param catalog the rules and platforms that settings may name
  /// @param bytes the whole file
  /// @param path its path in messages
  /// @param folder what the paths of targets are relative to, absolute
  /// @throws ConfigException if the file cannot be used
  public static Config of(RuleCatalog catalog, byte[] bytes, String path, Path folder) {
    if (bytes.length > LIMIT) {
      throw refused(path, "larger than 1 MiB, the limit for a settings file; shorten it");
    }
    return ConfigText.read(catalog, bytes, path, folder, _ -> List.of());
  }

  /// The places to search for the settings file; the first existing one is used.
  ///
  /// @param workingDirectory absolute
  public static List<Path> places(Path workingDirectory) {
    List<Path> places = new ArrayList<>();
    for (Path here = workingDirectory; here != null; here = here.getParent()) {
      places.add(here.resolve(NAME));
      if (Files.exists(here.resolve(".git"))) {
        return places;
      }
    }
    return List.of(workingDirectory.resolve(NAME));
  }

  private static @Nullable Path find(Path workingDirectory) {
    for (Path place : places(workingDirectory)) {
      if (isThere(place)) {
        return place;
      }
    }
    return null;
  }

  /// A broken link counts as existing too: it must not go unnoticed.
  private static boolean isThere(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static Path resolved(Path workingDirectory, String named) {
    try {
      return workingDirectory.resolve(named).normalize();
    } catch (InvalidPathException e) {
      throw refused(named, "this is not a valid path; check the spelling");
    }
  }

  private static byte[] bytes(Path file, String path) {
    if (Files.isDirectory(file)) {
      throw refused(path, "this is a folder; name a file");
    }
    try {
      return new FileBytes(LIMIT, InputStream.nullInputStream())
          .read(new InputFile(file, path, true));
    } catch (FileBytes.TooLargeException e) {
      throw refused(path, e.getMessage() + ", the limit for a settings file; shorten it");
    } catch (IOException e) {
      throw refused(path, Reasons.of(e));
    }
  }

  /// A path that does not exist would silently leave its target without files.
  private static List<SettingsProblem> missingPaths(Settings settings, Path folder) {
    List<SettingsProblem> missing = new ArrayList<>();
    for (int i = 0; i < settings.targets().size(); i++) {
      List<String> paths = settings.targets().get(i).paths();
      for (int j = 0; j < paths.size(); j++) {
        if (!Files.exists(folder.resolve(paths.get(j)))) {
          JsonPointer place = JsonPointer.of("targets").child(i).child("paths").child(j);
          missing.add(
              new SettingsProblem(
                  place,
                  Place.Part.VALUE,
                  "there is no "
                      + Quoted.of(paths.get(j))
                      + " in the folder of this file; check the spelling"));
        }
      }
    }
    return missing;
  }

  private static Path folder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file.toAbsolutePath() : folder;
  }

  private static String display(Path workingDirectory, Path file) {
    boolean related = file.getRoot() != null && file.getRoot().equals(workingDirectory.getRoot());
    String text = (related ? workingDirectory.relativize(file) : file).toString();
    return file.getFileSystem().getSeparator().equals("/") ? text : text.replace('\\', '/');
  }

  private static ConfigException refused(String path, String message) {
    return new ConfigException(List.of(path + ": " + message));
  }
}
