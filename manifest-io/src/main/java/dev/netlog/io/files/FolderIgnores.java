package dev.netlog.io.files;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What is left out of a folder: what its ignore files name, and with a comparison only what those
/// of the other side name too. Otherwise a change could hide a file by ignoring it.
///
/// Paths are those of the tree of this side.
///
/// @param own the rules of this side
/// @param other the rules of the other side, null where nothing is compared
public record FolderIgnores<N, X extends Exception>(Layer<N, X> own, @Nullable Layer<N, X> other) {
  /// The rules of one side.
  ///
  /// @param start the folder that the user named
  /// @param rules those that hold in the folder
  /// @param all whether a folder around it is left out, and so all that is in it
  record Layer<N, X extends Exception>(
      FileTree<N, X> tree, String start, IgnoreRules rules, boolean all) {
    static <N, X extends Exception> Layer<N, X> of(FileTree<N, X> tree, String start)
        throws IOException, X {
      IgnoreRules above = IgnoreRules.above(tree, start);
      return new Layer<>(tree, start, above, false).in(tree.folder(start), start, false);
    }

    Layer<N, X> in(@Nullable N folder, String path, boolean all) throws IOException, X {
      IgnoreRules inner = folder == null ? rules : rules.in(path, tree.ignoreFiles(folder));
      return new Layer<>(tree, start, inner, all);
    }

    boolean ignores(String path, boolean isFolder) {
      return all || rules.ignores(path, isFolder);
    }

    /// The path at which this side has what another side has at a path.
    String path(Layer<N, X> side, String path) {
      String below = side.start.isEmpty() ? "/" + path : path.substring(side.start.length());
      return start.isEmpty() ? below.substring(1) : start + below;
    }
  }

  /// What to do with a file or folder.
  enum Verdict {
    READ,
    /// The ignore files of this side alone leave it out.
    READ_ALL_THE_SAME,
    LEFT_OUT
  }

  /// The rules for a folder that a search starts in.
  ///
  /// @param start the folder
  public static <N, X extends Exception> FolderIgnores<N, X> of(FileTree<N, X> tree, String start)
      throws IOException, X {
    return new FolderIgnores<>(Layer.of(tree, start), null);
  }

  /// The same where it is compared with a folder.
  ///
  /// @param otherTree the tree of the other side
  /// @param otherStart the folder there
  public FolderIgnores<N, X> comparedWith(FileTree<N, X> otherTree, String otherStart)
      throws IOException, X {
    return new FolderIgnores<>(own, Layer.of(otherTree, otherStart));
  }

  /// The rules inside a folder below the start.
  ///
  /// @param link the path at which it was come across, which is not the same where links are
  ///   followed
  FolderIgnores<N, X> in(N folder, String link) throws IOException, X {
    String path = own.tree.path(folder);
    Layer<N, X> here = own.in(folder, path, own.ignores(link, true));
    Layer<N, X> there = other;
    if (there != null) {
      String place = there.path(own, path);
      boolean all = there.ignores(there.path(own, link), true);
      there = there.in(there.tree.folder(place), place, all);
    }
    return new FolderIgnores<>(here, there);
  }

  /// Whether a file or folder in this folder is read.
  Verdict of(String path, boolean isFolder) {
    if (!own.ignores(path, isFolder)) {
      return Verdict.READ;
    }
    return other == null || other.ignores(other.path(own, path), isFolder)
        ? Verdict.LEFT_OUT
        : Verdict.READ_ALL_THE_SAME;
  }

  /// Whether a folder around this one is left out by this side alone, which has been said then.
  boolean isInside() {
    return own.all;
  }
}
