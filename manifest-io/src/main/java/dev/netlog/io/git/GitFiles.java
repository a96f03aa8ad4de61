package dev.netlog.io.git;

import dev.netlog.io.files.NotUnderstood;
import java.util.List;

/// What the paths of a command line lead to in one tree.
///
/// @param files the files to read, each once, in the order of reports
/// @param skipped what could not be looked into
/// @param ignored how many files and folders ignore files leave out
/// @param absent the paths, as given, that this tree does not have
/// @param newlyIgnored paths that ignore files of this side alone leave out, and that are read all
///   the same
/// @param deadLinks links that lead to no folder and have no name of a manifest
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
