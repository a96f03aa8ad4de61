package dev.netlog.cli.input;

import dev.netlog.cli.report.Summary.NotUnderstood;
import java.util.List;

/// What the paths of a command line lead to.
///
/// @param files the files to read, each once, in the order of reports
/// @param skipped what could not be looked into
/// @param ignored how many files and folders ignore files leave out
/// @param unreadable one line for each path that the user named and that cannot be read
public record FoundFiles(
    List<InputFile> files, List<NotUnderstood> skipped, int ignored, List<String> unreadable) {
  public FoundFiles {
    files = List.copyOf(files);
    skipped = List.copyOf(skipped);
    unreadable = List.copyOf(unreadable);
  }
}
