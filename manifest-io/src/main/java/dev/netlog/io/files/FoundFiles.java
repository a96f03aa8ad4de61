package dev.netlog.io.files;

import java.util.List;

/// The files that the paths of a command line lead to.
///
/// @param files the files to read, each once, in the order of reports
/// @param skipped what could not be read
/// @param ignored how many files and folders are left out by ignore files
/// @param unreadable one line for each named path that cannot be read
/// @param newlyIgnored paths that only the ignore files of this side leave out; they are read
///   nevertheless
/// @param deadLinks broken links whose names are not those of manifests
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
