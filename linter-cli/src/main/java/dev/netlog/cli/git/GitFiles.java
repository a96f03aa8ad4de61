package dev.netlog.cli.git;

import dev.netlog.cli.report.Summary.NotUnderstood;
import java.util.List;

/// What the paths of a command line lead to in one tree.
///
/// @param files the files to read, each once, in the order of reports
/// @param skipped what could not be looked into
/// @param ignored how many files and folders ignore files leave out
/// @param absent the paths, as given, that this tree does not have
public record GitFiles(
    List<GitFile> files, List<NotUnderstood> skipped, int ignored, List<String> absent) {
  public GitFiles {
    files = List.copyOf(files);
    skipped = List.copyOf(skipped);
    absent = List.copyOf(absent);
  }
}
