package dev.netlog.io.git;

/// A file of a tree, to be read by [GitComparison#read].
///
/// @param path its path in reports, the same as in the work tree
/// @param blob the id of its contents: files with the same id have the same bytes
/// @param size of the contents, in bytes
/// @param named whether the user named it, instead of a folder that contains it
public record GitFile(String path, String blob, long size, boolean named) {}
