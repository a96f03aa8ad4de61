package dev.netlog.io.files;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A tree of files: a folder on disk, or a commit.
///
/// A path as text leads down from the top of the tree, with `/` between the names; that of the top
/// is empty. Where a place is not below the top, its path starts with `..`.
///
/// An `IOException` concerns one place, so a search counts it and goes on. For one thread.
///
/// @param <N> a place in the tree; equal where it is the same place
/// @param <X> thrown where the tree cannot be trusted, so that a search has to stop
public interface FileTree<N, X extends Exception> {
  /// What is at a place.
  enum Kind {
    FILE,
    FOLDER,
    LINK,
    /// A folder whose files are in another repository.
    SUBMODULE,
    /// A pipe, a device and the like.
    OTHER
  }

  /// What is in a folder.
  ///
  /// @param entries in the order of the bytes of their names
  /// @param refused names that no file can have
  record Listing<N>(List<N> entries, List<String> refused) {
    public Listing {
      entries = List.copyOf(entries);
      refused = List.copyOf(refused);
    }
  }

  /// What is in a folder.
  Listing<N> list(N folder) throws IOException, X;

  /// What is at a place. Links are not followed.
  Kind kind(N place) throws IOException, X;

  /// The last name of the path.
  String name(N place);

  /// The path from the top of the tree.
  String path(N place);

  /// Whether a place is a folder or below it.
  boolean isIn(N place, N folder);

  /// The folder at a path, links followed; null where there is none.
  @Nullable N folder(String path) throws X;

  /// What a folder calls by a name or a relative path, where something is there: a link is not
  /// followed. Null where nothing is.
  ///
  /// @param name by a stranger
  @Nullable N named(N folder, String name) throws X;

  /// Where a place is without links; null where a link leads out of the tree.
  ///
  /// @throws IOException where a link leads to nothing
  @Nullable N follow(N place) throws IOException, X;

  /// The contents of a file.
  ///
  /// @throws IOException where they cannot be read, or are larger than the limit
  byte[] read(N file, FileBytes limit) throws IOException, X;

  /// The contents of the ignore files in a folder; the first that says something of a path counts.
  List<byte[]> ignoreFiles(N folder) throws IOException, X;

  /// What to say of a submodule.
  String submodule();

  /// How many folders inside each other are looked into.
  int maxDepth();
}
