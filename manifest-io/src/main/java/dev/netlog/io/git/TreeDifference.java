package dev.netlog.io.git;

import java.util.List;

/// What HEAD has anywhere in its tree, and the base does not have in the same place.
///
/// @param files new and changed files, whatever their names
/// @param submodules folders that have become submodules, as reports name them
public record TreeDifference(List<ChangedFile> files, List<String> submodules) {
  public TreeDifference {
    files = List.copyOf(files);
    submodules = List.copyOf(submodules);
  }
}
