package dev.netlog.io.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What is left out of a folder: what its ignore files name, and with a comparison only what those
/// of the other side name too. Otherwise a change could hide a file by ignoring it.
///
/// @param own the rules of this side
/// @param other the rules of the other side, null where nothing is compared
record FolderIgnores(Layer own, @Nullable Layer other) {
  /// The rules of one side.
  ///
  /// @param root the folder that the user named
  /// @param rules those that hold in the folder
  /// @param all whether a folder around it is left out, and so all that is in it
  private record Layer(Path root, IgnoreRules rules, boolean all) {
    boolean ignores(Path path, boolean isFolder) {
      return all || rules.ignores(path, isFolder);
    }
  }

  /// What to do with a file or folder.
  enum Verdict {
    READ,
    /// The ignore files of this side alone leave it out.
    READ_ALL_THE_SAME,
    LEFT_OUT
  }

  /// The rules for a folder that the user named.
  ///
  /// @param otherSide what it is compared with, absolute
  static FolderIgnores of(Path root, @Nullable Path otherSide) throws IOException {
    Layer other = null;
    if (otherSide != null && Files.isDirectory(otherSide)) {
      other = layer(otherSide.toRealPath());
    }
    return new FolderIgnores(layer(root), other);
  }

  private static Layer layer(Path root) throws IOException {
    return new Layer(root, IgnoreRules.above(root).in(root), false);
  }

  /// The rules inside a folder below the root.
  ///
  /// @param link where it was come across, which is not the same where links are followed
  FolderIgnores in(Path folder, Path link) throws IOException {
    Layer there = other;
    if (there != null) {
      Path place = there.root.resolve(own.root.relativize(folder));
      boolean all = there.ignores(there.root.resolve(own.root.relativize(link)), true);
      IgnoreRules rules = Files.isDirectory(place) ? there.rules.in(place) : there.rules;
      there = new Layer(there.root, rules, all);
    }
    boolean all = own.ignores(link, true);
    return new FolderIgnores(new Layer(own.root, own.rules.in(folder), all), there);
  }

  /// Whether a file or folder in this folder is read.
  Verdict of(Path path, boolean isFolder) {
    if (!own.ignores(path, isFolder)) {
      return Verdict.READ;
    }
    return other == null || other.ignores(other.root.resolve(own.root.relativize(path)), isFolder)
        ? Verdict.LEFT_OUT
        : Verdict.READ_ALL_THE_SAME;
  }

  /// Whether a folder around this one is left out by this side alone, which has been said then.
  boolean isInside() {
    return own.all;
  }
}
