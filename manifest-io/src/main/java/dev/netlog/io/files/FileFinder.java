package dev.netlog.io.files;

import dev.netlog.io.text.PathOrder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Finds the manifests for the paths of a command line: a named file of any name, and the files
/// that [FolderSearch] finds in a named folder.
public final class FileFinder {
  private final Path workingDirectory;
  private final FileSearch search;
  private final Consumer<InputFile> first;
  private final List<InputFile> files = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();
  private final SearchNotes<Path> notes = new SearchNotes<>();

  private FileFinder(Path workingDirectory, FileSearch search, Consumer<InputFile> first) {
    this.workingDirectory = workingDirectory;
    this.search = search;
    this.first = first;
  }

  /// Finds all files, except those that only kustomizations name.
  ///
  /// @param workingDirectory absolute; paths in reports are relative to it
  /// @param paths as on the command line; `-` is standard input
  public static FoundFiles find(Path workingDirectory, List<String> paths) {
    FileBytes nothing = new FileBytes(0, InputStream.nullInputStream());
    return find(workingDirectory, paths, FileSearch.of(ResourceNames.NONE, nothing), _ -> {});
  }

  /// Finds all files and passes each on at once.
  ///
  /// @param workingDirectory absolute; paths in reports are relative to it
  /// @param paths as on the command line; `-` is standard input
  /// @param first receives each file as soon as it is found, so that reading can start
  public static FoundFiles find(
      Path workingDirectory, List<String> paths, FileSearch search, Consumer<InputFile> first) {
    FileFinder finder = new FileFinder(workingDirectory.normalize(), search, first);
    for (String path : paths) {
      finder.named(path);
    }
    finder.files.sort((a, b) -> PathOrder.INSTANCE.compare(a.path(), b.path()));
    return new FoundFiles(
        finder.files,
        finder.notes.skipped(),
        finder.notes.ignored(),
        finder.unreadable,
        finder.notes.newlyIgnored(),
        finder.notes.deadLinks());
  }

  private void named(String given) {
    if (given.equals("-")) {
      if (notes.see(Path.of("-"))) {
        add(InputFile.standardInput());
      }
      return;
    }
    try {
      named(given, workingDirectory.resolve(given).normalize());
    } catch (InvalidPathException e) {
      unreadable.add(given + ": this is not a valid path; check the spelling");
    } catch (IOException e) {
      unreadable.add(given + ": " + Reasons.of(e));
    }
  }

  private void named(String given, Path path) throws IOException {
    ShownPath shown = ShownPath.of(workingDirectory, path);
    Path real = path.toRealPath();
    if (Files.isDirectory(real)) {
      if (notes.see(real)) {
        folder(real, shown);
      }
    } else if (!Files.isReadable(real)) {
      unreadable.add(given + ": permission denied; make the file readable");
    } else if (notes.see(real)) {
      add(new InputFile(path, shown.below(""), true));
    }
  }

  private void folder(Path folder, ShownPath shown) throws IOException {
    DiskFileTree tree = DiskFileTree.around(folder);
    FolderIgnores<Path, RuntimeException> rules = FolderIgnores.of(tree, tree.path(folder));
    Path otherSide = search.otherSide();
    if (otherSide != null && Files.isDirectory(otherSide)) {
      Path other = otherSide.toRealPath();
      DiskFileTree otherTree = DiskFileTree.around(other);
      rules = rules.comparedWith(otherTree, otherTree.path(other));
    }
    new FolderSearch<>(
            new SearchedFolder<>(
                tree,
                folder,
                shown,
                search,
                notes,
                (path, file) -> add(new InputFile(file, path, false))))
        .run(rules);
  }

  private void add(InputFile file) {
    files.add(file);
    first.accept(file);
  }
}
