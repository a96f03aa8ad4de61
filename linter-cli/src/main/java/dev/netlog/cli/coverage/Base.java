package dev.netlog.cli.coverage;

import dev.netlog.io.git.BaseRevision;

/// What a target is compared with.
public sealed interface Base {
  /// Nothing.
  record None() implements Base {}

  /// A commit; what is judged is then the commit that is checked out, not the work tree.
  record Commit(BaseRevision revision) implements Base {}

  /// A folder.
  ///
  /// @param path as on the command line
  record Folder(String path) implements Base {}
}
