package dev.netlog.model;

/// Where a resource came from, so that reports can find its place in the file.
///
/// @param path its path in reports; empty if there is no file (an admission review)
/// @param document the index of the document in the file, from 0
/// @param within the place of the object in the document: the root, or an item of a `List`
public record Origin(String path, int document, JsonPointer within) {
  /// The origin of an object that came from no file.
  public static final Origin NOWHERE = new Origin("", 0, JsonPointer.ROOT);
}
