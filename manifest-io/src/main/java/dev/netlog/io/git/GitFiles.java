package dev.netlog.io.git;

import dev.netlog.io.files.NotUnderstood;
import java.util.List;

/// The files that the paths of a command line lead to in one tree.
///
/// @param files the files to read, each once, in the order of reports
/// @param skipped what could not be read
/// @param ignored how many files and folders are left out by ignore files
/// @param absent the paths, as given, that are not in this tree
/// @param newlyIgnored paths that only the ignore files of this side leave out; they are read
///   nevertheless
/// @param deadLinks broken links whose names are not those of manifests
public record GitFiles(
    List<GitFile> files,
    List<NotUnderstood> skipped,
    int ignored,
    List<String> absent,
    List<String> newlyIgnored,
    List<String> deadLinks) {
  public GitFiles {
    files = List.copyOf(files);
    skipped = List.copyOf(skipped);
    absent = List.copyOf(absent);
    newlyIgnored = List.copyOf(newlyIgnored);
    deadLinks = List.copyOf(deadLinks);
  }
}
