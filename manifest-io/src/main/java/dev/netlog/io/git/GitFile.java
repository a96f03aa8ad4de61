package dev.netlog.io.git;

/// A file of a tree, to be read by [GitComparison#read].
///
/// @param path as reports name it, and as they would name it in the work tree
/// @param blob the id of its contents: files with one id have the same bytes
/// @param size of the contents, in bytes
/// @param named whether the user named it, other than finding it in a folder
public record GitFile(String path, String blob, long size, boolean named) {}
