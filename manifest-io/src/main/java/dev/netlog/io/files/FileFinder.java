package dev.netlog.io.files;

import dev.netlog.io.text.PathOrder;
import java.io.IOException;
import java.io.InputStream;
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
/// are taken, kustomizations, and the files that these name under `resources`, without `.git` and
/// what ignore files leave out. Symbolic links are followed inside the named folder only. Nothing
/// is left out without being counted.
public final class FileFinder {
  private static final List<String> SUFFIXES = List.of(".yaml", ".yml", ".json");

  /// The names that
  /// [kustomize](https://github.com/kubernetes-sigs/kustomize/blob/kustomize/v5.7.1/api/konfig/general.go)
  /// looks for.
  private static final Set<String> KUSTOMIZATIONS =
      Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  private final Path workingDirectory;
  private final FileSearch search;
  private final Consumer<InputFile> first;
  private final List<InputFile> files = new ArrayList<>();
  private final List<NotUnderstood> skipped = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();
  private final List<String> newlyIgnored = new ArrayList<>();
  private final List<String> deadLinks = new ArrayList<>();
  private final List<Kustomization> kustomizations = new ArrayList<>();
  private final Set<Path> seen = new HashSet<>();
  private int ignored;

  /// A kustomization that was found.
  ///
  /// @param shown its folder as the user came to it
  /// @param real the same without symbolic links
  private record Kustomization(InputFile file, Path shown, Path real) {}

  private FileFinder(Path workingDirectory, FileSearch search, Consumer<InputFile> first) {
    this.workingDirectory = workingDirectory;
    this.search = search;
    this.first = first;
  }

  /// Finds all files but those that only kustomizations tell of.
  ///
  /// @param workingDirectory absolute; what paths in reports are relative to
  /// @param paths as on the command line; `-` is standard input
  public static FoundFiles find(Path workingDirectory, List<String> paths) {
    FileBytes nothing = new FileBytes(0, InputStream.nullInputStream());
    return find(workingDirectory, paths, FileSearch.of(ResourceNames.NONE, nothing), _ -> {});
  }

  /// Finds all files and tells of each at once.
  ///
  /// @param workingDirectory absolute; what paths in reports are relative to
  /// @param paths as on the command line; `-` is standard input
  /// @param first told of each file as soon as it is found, so that reading can start
  public static FoundFiles find(
      Path workingDirectory, List<String> paths, FileSearch search, Consumer<InputFile> first) {
    FileFinder finder = new FileFinder(workingDirectory.normalize(), search, first);
    for (String path : paths) {
      finder.named(path);
    }
    finder.files.sort((a, b) -> PathOrder.INSTANCE.compare(a.path(), b.path()));
    return new FoundFiles(
        finder.files,
        finder.skipped,
        finder.ignored,
        finder.unreadable,
        finder.newlyIgnored,
        finder.deadLinks);
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
          FolderIgnores rules = FolderIgnores.of(real, search.otherSide());
          folder(path, real, rules, real);
          named(rules, real);
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

  /// Takes the files that the kustomizations below a folder name, whatever they are called.
  private void named(FolderIgnores rules, Path root) {
    for (Kustomization each : kustomizations) {
      for (String name : resources(each.file())) {
        try {
          Path real = each.real().resolve(name).normalize();
          if (real.startsWith(root) && Files.exists(real, LinkOption.NOFOLLOW_LINKS)) {
            resource(each.shown().resolve(name).normalize(), real, rules, root);
          }
        } catch (InvalidPathException e) {
          // An address, or a name that no file has here.
        }
      }
    }
    kustomizations.clear();
  }

  private List<String> resources(InputFile file) {
    try {
      return search.resources().in(search.bytes().read(file));
    } catch (IOException e) {
      // The same is said when the file is read as a manifest.
      return List.of();
    }
  }

  private void resource(Path shown, Path path, FolderIgnores rules, Path root) {
    if (Files.isDirectory(path) || isManifest(path)) {
      return;
    }
    try {
      Path real = path.toRealPath();
      if (!real.startsWith(root)) {
        skip(shown, Reasons.LINK_LEAVES_FOLDER);
      } else if (isLeftOut(real, rules, root)) {
        ignored++;
      } else if (!Files.isRegularFile(real)) {
        skip(shown, "not a regular file; name it on the command line to have it read");
      } else if (seen.add(real)) {
        add(new InputFile(real, display(shown), false));
      }
    } catch (IOException e) {
      skip(
          shown, Files.isSymbolicLink(path) ? Reasons.LINK_NOWHERE + Reasons.of(e) : Reasons.of(e));
    }
  }

  /// Whether ignore files leave out a file, or a folder around it.
  private boolean isLeftOut(Path file, FolderIgnores rules, Path root) throws IOException {
    FolderIgnores here = rules;
    Path folder = root;
    for (Path name : root.relativize(file)) {
      Path next = folder.resolve(name);
      boolean isFolder = !next.equals(file);
      switch (here.of(next, isFolder)) {
        case LEFT_OUT -> {
          return true;
        }
        case READ_ALL_THE_SAME -> {
          if (!here.isInside() && !isFolder) {
            newlyIgnored.add(display(next));
          }
        }
        case READ -> {}
      }
      here = isFolder ? here.in(next, next) : here;
      folder = next;
    }
    return false;
  }

  /// @param shown the folder as the user came to it
  /// @param real the same without symbolic links
  /// @param root the folder that links may not leave
  private void folder(Path shown, Path real, FolderIgnores rules, Path root) {
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

  private void entry(Path shown, Path entry, FolderIgnores rules, Path root) {
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
    if (isLeftOut(shown, entry, isFolder, rules)) {
      return;
    }
    if (isFolder) {
      inner(shown, real, entry, rules, root);
    } else if (!attributes.isRegularFile()) {
      skip(shown, "not a regular file; name it on the command line to have it read");
    } else if (seen.add(real)) {
      InputFile file = new InputFile(real, display(shown), false);
      add(file);
      Path folder = real.getParent();
      if (folder != null && isKustomization(String.valueOf(entry.getFileName()))) {
        kustomizations.add(new Kustomization(file, shown.resolveSibling(""), folder));
      }
    }
  }

  private boolean isLeftOut(Path shown, Path path, boolean isFolder, FolderIgnores rules) {
    return switch (rules.of(path, isFolder)) {
      case READ -> false;
      case READ_ALL_THE_SAME -> {
        if (!rules.isInside()) {
          newlyIgnored.add(display(shown));
        }
        yield false;
      }
      case LEFT_OUT -> {
        ignored++;
        yield true;
      }
    };
  }

  /// @param link where the folder was come across
  private void inner(Path shown, Path real, Path link, FolderIgnores rules, Path root) {
    if (!seen.add(real)) {
      return;
    }
    if (Files.isRegularFile(real.resolve(".git"))) {
      skip(shown, Reasons.SUBMODULE_NOT_READ);
      return;
    }
    try {
      folder(shown, real, rules.in(real, link), root);
    } catch (IOException e) {
      skip(shown, Reasons.of(e));
    }
  }

  /// What a symbolic link leads to, or null where nobody asks for it or it is left out.
  private @Nullable Path linked(Path shown, Path link, FolderIgnores rules, Path root) {
    boolean isFolder = Files.isDirectory(link);
    if (!isFolder && !isManifest(link)) {
      deadLinks.add(display(shown));
      return null;
    }
    if (rules.of(link, isFolder) == FolderIgnores.Verdict.LEFT_OUT) {
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
    return SUFFIXES.stream().anyMatch(lower::endsWith) || isKustomization(name);
  }

  /// Whether kustomize reads a file of this name by itself.
  public static boolean isKustomization(String name) {
    return KUSTOMIZATIONS.contains(name);
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
