package dev.netlog.io.git;

import dev.netlog.io.git.Tree.Entry;
import dev.netlog.io.git.Tree.Kind;
import java.io.IOException;

/// What is left out of a folder of a commit: what the ignore files of both commits name. Otherwise
/// a change could hide a file by ignoring it.
///
/// @param own the rules of this commit
/// @param other the rules of the other one
record CommitIgnores(Layer own, Layer other) {
  /// The rules of one commit.
  ///
  /// @param all whether a folder around is left out, and so all that is in it
  private record Layer(TreeView tree, TreeIgnores rules, boolean all) {
    static Layer of(TreeView tree, String start) throws IOException, ComparisonException {
      return new Layer(tree, TreeIgnores.above(tree, start), false).in(start, false);
    }

    Layer in(String path, boolean all) throws IOException, ComparisonException {
      Entry folder = tree.at(path);
      return folder == null || folder.kind() != Kind.FOLDER
          ? new Layer(tree, rules, all)
          : new Layer(tree, rules.in(tree, path, folder), all);
    }

    boolean ignores(String path, boolean isFolder) {
      return all || rules.ignores(path, isFolder);
    }
  }

  /// What to do with a file or folder.
  enum Verdict {
    READ,
    /// The ignore files of this commit alone leave it out.
    READ_ALL_THE_SAME,
    LEFT_OUT
  }

  /// The rules for a folder that a walk starts in.
  static CommitIgnores of(TreeView own, TreeView other, String start)
      throws IOException, ComparisonException {
    return new CommitIgnores(Layer.of(own, start), Layer.of(other, start));
  }

  /// The rules inside a folder.
  ///
  /// @param link where it was come across, which is not the same where links are followed
  CommitIgnores in(String path, String link) throws IOException, ComparisonException {
    return new CommitIgnores(
        own.in(path, own.ignores(link, true)), other.in(path, other.ignores(link, true)));
  }

  /// Whether a file or folder in this folder is read.
  Verdict of(String path, boolean isFolder) {
    if (!own.ignores(path, isFolder)) {
      return Verdict.READ;
    }
    return other.ignores(path, isFolder) ? Verdict.LEFT_OUT : Verdict.READ_ALL_THE_SAME;
  }

  /// Whether a folder around this one is left out by this commit alone, which has been said then.
  boolean isInside() {
    return own.all;
  }
}
