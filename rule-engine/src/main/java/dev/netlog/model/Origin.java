package dev.netlog.model;

/// Where a resource came from, for the edge that has to find it again.
///
/// @param path the file as reports name it; empty where there is none (an admission review)
/// @param document the place of the document in the file, from 0
/// @param within where in the document the object stands: the root, or an item of a `List`
public record Origin(String path, int document, JsonPointer within) {
  /// An object that came from no file.
  public static final Origin NOWHERE = new Origin("", 0, JsonPointer.ROOT);
}
