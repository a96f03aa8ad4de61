package dev.netlog.io.files;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Decides which files of a folder are left out: those that its ignore files name. In a comparison
/// the ignore files of the other side have to name them too; otherwise a change could hide a file
/// by ignoring it.
///
/// Paths are those of the tree of this side.
///
/// @param own the rules of this side
/// @param other the rules of the other side, null without a comparison
public record FolderIgnores<N, X extends Exception>(Layer<N, X> own, @Nullable Layer<N, X> other) {
  /// The rules of one side.
  ///
  /// @param start the folder that the user named
  /// @param rules the rules of the folder
  /// @param all whether a parent folder is left out, and so everything in this one
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

    /// The path on this side for a path of the other side.
    String path(Layer<N, X> side, String path) {
      String below = side.start.isEmpty() ? "/" + path : path.substring(side.start.length());
      return start.isEmpty() ? below.substring(1) : start + below;
    }
  }

  /// How to treat a file or folder.
  enum Verdict {
    READ,
    /// Only the ignore files of this side leave it out.
    READ_ALL_THE_SAME,
    LEFT_OUT
  }

  /// The rules for the start folder of a search.
  ///
  /// @param start the folder
  public static <N, X extends Exception> FolderIgnores<N, X> of(FileTree<N, X> tree, String start)
      throws IOException, X {
    return new FolderIgnores<>(Layer.of(tree, start), null);
  }

  /// The same rules in a comparison with another folder.
  ///
  /// @param otherTree the tree of the other side
  /// @param otherStart the folder there
  public FolderIgnores<N, X> comparedWith(FileTree<N, X> otherTree, String otherStart)
      throws IOException, X {
    return new FolderIgnores<>(own, Layer.of(otherTree, otherStart));
  }

  /// The rules inside a folder below the start.
  ///
  /// @param link the path by which the search reached it, which differs if links were followed
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

  /// Whether a parent folder is left out by this side alone, which is already reported.
  boolean isInside() {
    return own.all;
  }
}
