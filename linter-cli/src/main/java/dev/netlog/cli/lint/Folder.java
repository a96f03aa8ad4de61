package dev.netlog.cli.lint;

import dev.netlog.io.yaml.Manifest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A folder with those of its files that were read.
final class Folder {
  private final Path path;
  private final @Nullable Folder above;
  private final int depth;
  private final Map<String, Folder> folders = new LinkedHashMap<>();
  private final List<Manifest> files = new ArrayList<>();
  private boolean divided;

  private Folder(Path path, @Nullable Folder above) {
    this.path = path;
    this.above = above;
    this.depth = above == null ? 0 : above.depth + 1;
  }

  /// The root folder, which is empty at first.
  static Folder top(Path path) {
    return new Folder(path, null);
  }

  /// The folder of a path, which is created if it is missing.
  ///
  /// @param wanted absolute
  Folder at(Path wanted) {
    Folder folder = this;
    for (Path name : wanted) {
      Folder in = folder;
      folder =
          in.folders.computeIfAbsent(name.toString(), key -> new Folder(in.path.resolve(key), in));
    }
    return folder;
  }

  /// The folder of a path, or null if no file was read there.
  ///
  /// @param wanted absolute
  @Nullable Folder find(Path wanted) {
    Folder folder = this;
    for (Path name : wanted) {
      folder = folder.folders.get(name.toString());
      if (folder == null) {
        return null;
      }
    }
    return folder;
  }

  Path path() {
    return path;
  }

  /// The files directly in it.
  List<Manifest> files() {
    return files;
  }

  Iterable<Folder> folders() {
    return folders.values();
  }

  /// Runs an action on the folder and each folder below it, itself first.
  void forEach(Consumer<Folder> action) {
    action.accept(this);
    folders.values().forEach(folder -> folder.forEach(action));
  }

  /// Whether it holds the same identity in several subfolders.
  boolean isDivided() {
    return divided;
  }

  /// Marks the folder and its parents as divided, so that another folder below them is judged
  /// separately from this one.
  void divideFrom(Folder other) {
    Folder one = this;
    Folder two = other;
    while (one != two) {
      boolean deeper = one.depth >= two.depth;
      Folder up = (deeper ? one : two).above;
      if (up == null) {
        throw new IllegalStateException("two folders without a common one");
      }
      if (deeper) {
        one = up;
      } else {
        two = up;
      }
    }
    for (Folder around = one; around != null && !around.divided; around = around.above) {
      around.divided = true;
    }
  }

  /// Undoes the division.
  void join() {
    divided = false;
  }
}
