package dev.netlog.io.files;

import java.util.List;

/// What the paths of a command line lead to.
///
/// @param files the files to read, each once, in the order of reports
/// @param skipped what could not be looked into
/// @param ignored how many files and folders ignore files leave out
/// @param unreadable one line for each path that the user named and that cannot be read
/// @param newlyIgnored paths that ignore files of this side alone leave out, and that are read all
///   the same
/// @param deadLinks links that lead to no folder and have no name of a manifest
public record FoundFiles(
    List<InputFile> files,
    List<NotUnderstood> skipped,
    int ignored,
    List<String> unreadable,
    List<String> newlyIgnored,
    List<String> deadLinks) {
  public FoundFiles {
    files = List.copyOf(files);
    skipped = List.copyOf(skipped);
    unreadable = List.copyOf(unreadable);
    newlyIgnored = List.copyOf(newlyIgnored);
    deadLinks = List.copyOf(deadLinks);
  }
}
