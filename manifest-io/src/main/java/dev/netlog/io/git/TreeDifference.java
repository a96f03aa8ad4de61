package dev.netlog.io.git;

import java.util.List;

/// What is in the tree of HEAD, and not the same in the base at the same path.
///
/// @param files new and changed files of any name
/// @param submodules folders that have become submodules, by their paths in reports
public record TreeDifference(List<ChangedFile> files, List<String> submodules) {
  public TreeDifference {
    files = List.copyOf(files);
    submodules = List.copyOf(submodules);
  }
}
