package dev.netlog.io.files;

/// A folder that the user named, with the search that it belongs to.
///
/// @param tree the tree that contains the folder
/// @param root the folder, which links may not leave
/// @param shown maps it and the paths below it to names in reports
/// @param notes the notes of the whole search
/// @param files receives the files that are found
/// @param <N> a place in the tree
/// @param <X> thrown if the tree cannot be trusted
public record SearchedFolder<N, X extends Exception>(
    FileTree<N, X> tree,
    N root,
    ShownPath shown,
    FileSearch search,
    SearchNotes<N> notes,
    Taker<N, X> files) {
  /// Receives files.
  ///
  /// @param <N> a place in the tree
  /// @param <X> thrown if the tree cannot be trusted
  @FunctionalInterface
  public interface Taker<N, X extends Exception> {
    /// Receives a file.
    ///
    /// @param shown its path in reports
    void take(String shown, N file) throws X;
  }
}
