package dev.netlog.io.git;

import dev.netlog.io.git.Tree.Entry;
import dev.netlog.io.git.Tree.Kind;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Lists all files of a folder of a commit.
final class TreeFiles {
  private TreeFiles() {}

  /// A file or folder that is still to be listed; links inside it are left out.
  private record Open(String path, Entry entry) {}

  /// The files at and below a path relative to the root of the repository.
  ///
  /// @param shown maps such a path to its name in reports
  static List<GitFile> below(TreeView tree, String path, UnaryOperator<String> shown)
      throws IOException, ComparisonException {
    List<GitFile> files = new ArrayList<>();
    Deque<Open> open = new ArrayDeque<>();
    Entry start = tree.at(path);
    if (start != null) {
      open.push(new Open(path, start));
    }
    while (!open.isEmpty()) {
      Open here = open.pop();
      tree.spend();
      if (here.entry().kind() == Kind.FILE) {
        files.add(new GitFile(shown.apply(here.path()), here.entry().id().name(), 0, false));
      } else if (here.entry().kind() == Kind.FOLDER) {
        for (Map.Entry<String, Entry> each : tree.folder(here.entry()).entries().entrySet()) {
          String name = here.path().isEmpty() ? each.getKey() : here.path() + "/" + each.getKey();
          open.push(new Open(name, each.getValue()));
        }
      }
    }
    return files;
  }
}
