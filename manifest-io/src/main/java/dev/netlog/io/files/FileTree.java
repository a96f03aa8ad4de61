package dev.netlog.io.files;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A tree of files: a folder on disk, or a commit.
///
/// A path as text is relative to the top of the tree, with `/` between the names; the path of the
/// top is empty. The path of a place outside of the top starts with `..`.
///
/// An `IOException` concerns one place, so a search counts it and goes on. For one thread.
///
/// @param <N> a place in the tree; equal for the same place
/// @param <X> thrown if the tree cannot be trusted, so that a search has to stop
public interface FileTree<N, X extends Exception> {
  /// The type of a place.
  enum Kind {
    FILE,
    FOLDER,
    LINK,
    /// A folder whose files are in another repository.
    SUBMODULE,
    /// A pipe, a device or similar.
    OTHER
  }

  /// The content of a folder.
  ///
  /// @param entries in the order of the bytes of their names
  /// @param refused names that no file can have
  record Listing<N>(List<N> entries, List<String> refused) {
    public Listing {
      entries = List.copyOf(entries);
      refused = List.copyOf(refused);
    }
  }

  /// The content of a folder.
  Listing<N> list(N folder) throws IOException, X;

  /// The type of a place. Links are not followed.
  Kind kind(N place) throws IOException, X;

  /// The last name of the path.
  String name(N place);

  /// The path from the top of the tree.
  String path(N place);

  /// Whether a place is a folder or below it.
  boolean isIn(N place, N folder);

  /// The folder at a path, with links followed; null if there is none.
  @Nullable N folder(String path) throws X;

  /// The place of a name or relative path in a folder, without following a final link. Null if
  /// nothing is there.
  ///
  /// @param name untrusted
  @Nullable N named(N folder, String name) throws X;

  /// The place with all links resolved; null if a link leads out of the tree.
  ///
  /// @throws IOException if a link is broken
  @Nullable N follow(N place) throws IOException, X;

  /// The contents of a file.
  ///
  /// @throws IOException if they cannot be read, or are larger than the limit
  byte[] read(N file, FileBytes limit) throws IOException, X;

  /// The contents of the ignore files in a folder; the first one with a matching pattern decides.
  List<byte[]> ignoreFiles(N folder) throws IOException, X;

  /// The message for a submodule.
  String submodule();

  /// The maximum depth of nested folders.
  int maxDepth();
}
