package dev.netlog.cli.input;

import dev.netlog.cli.report.PathOrder;
import dev.netlog.cli.report.Summary.NotUnderstood;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Finds the manifests that the paths of a command line mean.
///
/// A file that is named is taken whatever it is called; in a folder, `*.yaml`, `*.yml` and `*.json`
/// are taken, without `.git` and what ignore files leave out. Symbolic links are followed inside
/// the named folder only. Nothing is left out without being counted.
public final class FileFinder {
  private static final List<String> SUFFIXES = List.of(".yaml", ".yml", ".json");

  private final Path workingDirectory;
  private final Consumer<InputFile> first;
  private final List<InputFile> files = new ArrayList<>();
  private final List<NotUnderstood> skipped = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();
  private final Set<Path> seen = new HashSet<>();
  private int ignored;

  private FileFinder(Path workingDirectory, Consumer<InputFile> first) {
    this.workingDirectory = workingDirectory;
    this.first = first;
  }

  /// Finds all files.
  ///
  /// @param workingDirectory absolute; what paths in reports are relative to
  /// @param paths as on the command line; `-` is standard input
  public static FoundFiles find(Path workingDirectory, List<String> paths) {
    return find(workingDirectory, paths, _ -> {});
  }

  /// Finds all files and tells of each at once.
  ///
  /// @param workingDirectory absolute; what paths in reports are relative to
  /// @param paths as on the command line; `-` is standard input
  /// @param first told of each file as soon as it is found, so that reading can start
  public static FoundFiles find(
      Path workingDirectory, List<String> paths, Consumer<InputFile> first) {
    FileFinder finder = new FileFinder(workingDirectory.normalize(), first);
    for (String path : paths) {
      finder.named(path);
    }
    finder.files.sort((a, b) -> PathOrder.INSTANCE.compare(a.path(), b.path()));
    return new FoundFiles(finder.files, finder.skipped, finder.ignored, finder.unreadable);
  }

  private void named(String given) {
    if (given.equals("-")) {
      if (seen.add(Path.of("-"))) {
        add(InputFile.standardInput());
      }
      return;
    }
    Path path;
    try {
      path = workingDirectory.resolve(given).normalize();
    } catch (InvalidPathException e) {
      unreadable.add(given + ": this is no path here; check the spelling");
      return;
    }
    try {
      Path real = path.toRealPath();
      if (Files.isDirectory(real)) {
        if (seen.add(real)) {
          folder(path, real, IgnoreRules.above(real).in(real), real);
        }
      } else if (!Files.isReadable(real)) {
        unreadable.add(given + ": permission denied; make the file readable");
      } else if (seen.add(real)) {
        add(new InputFile(path, display(path), true));
      }
    } catch (IOException e) {
      unreadable.add(given + ": " + Reasons.of(e));
    }
  }

  /// @param shown the folder as the user came to it
  /// @param real the same without symbolic links
  /// @param root the folder that links may not leave
  private void folder(Path shown, Path real, IgnoreRules rules, Path root) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(real)) {
      stream.forEach(entries::add);
    } catch (IOException | DirectoryIteratorException e) {
      skip(shown, Reasons.of(e));
      return;
    }
    entries.sort(null);
    for (Path entry : entries) {
      String name = entry.getFileName().toString();
      if (!name.equals(".git")) {
        entry(shown.resolve(name), entry, rules, root);
      }
    }
  }

  private void entry(Path shown, Path entry, IgnoreRules rules, Path root) {
    BasicFileAttributes attributes = attributes(entry, LinkOption.NOFOLLOW_LINKS);
    if (attributes == null) {
      return;
    }
    Path real = entry;
    if (attributes.isSymbolicLink()) {
      real = linked(shown, entry, rules, root);
      attributes = real == null ? null : attributes(real);
      if (real == null || attributes == null) {
        return;
      }
    }
    boolean isFolder = attributes.isDirectory();
    if (!isFolder && !isManifest(entry)) {
      return;
    }
    if (rules.ignores(entry, isFolder)) {
      ignored++;
      return;
    }
    if (isFolder) {
      inner(shown, real, rules, root);
    } else if (!attributes.isRegularFile()) {
      skip(shown, "not a regular file; name it on the command line to have it read");
    } else if (seen.add(real)) {
      add(new InputFile(real, display(shown), false));
    }
  }

  private void inner(Path shown, Path real, IgnoreRules rules, Path root) {
    if (!seen.add(real)) {
      return;
    }
    try {
      folder(shown, real, rules.in(real), root);
    } catch (IOException e) {
      skip(shown, Reasons.of(e));
    }
  }

  /// What a symbolic link leads to, or null where nobody asks for it or it is left out.
  private @Nullable Path linked(Path shown, Path link, IgnoreRules rules, Path root) {
    boolean isFolder = Files.isDirectory(link);
    if (!isFolder && !isManifest(link)) {
      return null;
    }
    if (rules.ignores(link, isFolder)) {
      ignored++;
      return null;
    }
    return target(shown, link, root);
  }

  /// What a symbolic link leads to, or null where it is not followed.
  private @Nullable Path target(Path shown, Path link, Path root) {
    try {
      Path real = link.toRealPath();
      if (link.startsWith(real)) {
        skip(shown, Reasons.LINK_BACK);
        return null;
      }
      if (!real.startsWith(root)) {
        skip(shown, Reasons.LINK_LEAVES_FOLDER);
        return null;
      }
      return real;
    } catch (IOException e) {
      skip(shown, Reasons.LINK_NOWHERE + Reasons.of(e));
      return null;
    }
  }

  private @Nullable BasicFileAttributes attributes(Path path, LinkOption... options) {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class, options);
    } catch (IOException e) {
      if (isManifest(path)) {
        skip(path, Reasons.of(e));
      }
      return null;
    }
  }

  private void add(InputFile file) {
    files.add(file);
    first.accept(file);
  }

  private static boolean isManifest(Path path) {
    return isManifest(path.getFileName().toString());
  }

  /// Whether a file of this name is taken where a folder is named.
  public static boolean isManifest(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return SUFFIXES.stream().anyMatch(lower::endsWith);
  }

  private void skip(Path shown, String message) {
    skipped.add(new NotUnderstood(display(shown), 1, "unreadable", message));
  }

  /// The path as reports name it: relative to the working directory, with `/`.
  private String display(Path path) {
    boolean related = path.getRoot() != null && path.getRoot().equals(workingDirectory.getRoot());
    Path shown = related ? workingDirectory.relativize(path) : path;
    String text = shown.toString();
    return path.getFileSystem().getSeparator().equals("/") ? text : text.replace('\\', '/');
  }
}
