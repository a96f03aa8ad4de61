package dev.netlog.io.files;

/// A folder that the user named, and what is to be done with what is in it.
///
/// @param tree that holds the folder
/// @param root the folder, which links may not leave
/// @param shown how it and what is below it are called in reports
/// @param notes of the whole search
/// @param files takes the files that are found
/// @param <N> a place in the tree
/// @param <X> thrown where the tree cannot be trusted
public record SearchedFolder<N, X extends Exception>(
    FileTree<N, X> tree,
    N root,
    ShownPath shown,
    FileSearch search,
    SearchNotes<N> notes,
    Taker<N, X> files) {
  /// Takes files.
  ///
  /// @param <N> a place in the tree
  /// @param <X> thrown where the tree cannot be trusted
  @FunctionalInterface
  public interface Taker<N, X extends Exception> {
    /// Takes a file.
    ///
    /// @param shown as reports name it
    void take(String shown, N file) throws X;
  }
}
