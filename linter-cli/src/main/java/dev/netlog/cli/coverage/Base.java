package dev.netlog.cli.coverage;

import dev.netlog.io.git.BaseRevision;

/// The base of a comparison.
public sealed interface Base {
  /// No comparison.
  record None() implements Base {}

  /// A commit. The head is then the commit that is checked out, not the work tree.
  record Commit(BaseRevision revision) implements Base {}

  /// A folder.
  ///
  /// @param path as on the command line
  record Folder(String path) implements Base {}
}
