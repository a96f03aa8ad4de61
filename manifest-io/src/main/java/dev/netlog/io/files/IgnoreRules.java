package dev.netlog.io.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.jspecify.annotations.Nullable;

/// The ignore patterns that apply to one folder, from the top of the tree down.
///
/// Patterns follow [gitignore](https://git-scm.com/docs/gitignore). A `.netlogignore` is applied
/// after the `.gitignore` beside it and can include files again.
///
/// Paths are those of a [FileTree].
final class IgnoreRules {
  private final @Nullable IgnoreRules parent;
  private final String folder;
  private final List<IgnoreNode> nodes;

  private IgnoreRules(@Nullable IgnoreRules parent, String folder, List<IgnoreNode> nodes) {
    this.parent = parent;
    this.folder = folder;
    this.nodes = nodes;
  }

  /// The rules for the start folder of a search: those of the folders around it, unless they leave
  /// out the folder itself, which the user has named.
  static <N, X extends Exception> IgnoreRules above(FileTree<N, X> tree, String start)
      throws IOException, X {
    IgnoreRules none = new IgnoreRules(null, "", List.of());
    IgnoreRules rules = none;
    String here = "";
    while (!here.equals(start)) {
      N folder = tree.folder(here);
      if (folder != null) {
        rules = rules.in(here, tree.ignoreFiles(folder));
      }
      int slash = start.indexOf('/', here.isEmpty() ? 0 : here.length() + 1);
      here = slash < 0 ? start : start.substring(0, slash);
      if (rules.ignores(here, true)) {
        return none;
      }
    }
    return rules;
  }

  /// The rules inside a folder.
  ///
  /// @param files the contents of its ignore files
  IgnoreRules in(String inner, List<byte[]> files) throws IOException {
    List<IgnoreNode> own = new ArrayList<>(0);
    for (byte[] file : files) {
      IgnoreNode node = new IgnoreNode();
      node.parse(new ByteArrayInputStream(file));
      own.add(node);
    }
    return own.isEmpty() ? this : new IgnoreRules(this, inner, own);
  }

  /// Whether a file or folder is left out.
  boolean ignores(String path, boolean isFolder) {
    String below = nodes.isEmpty() ? "" : relative(path);
    for (IgnoreNode node : nodes) {
      switch (node.isIgnored(below, isFolder)) {
        case IGNORED -> {
          return true;
        }
        case NOT_IGNORED -> {
          return false;
        }
        case CHECK_PARENT, CHECK_PARENT_NEGATE_FIRST_MATCH -> {}
      }
    }
    return parent != null && parent.ignores(path, isFolder);
  }

  /// The path relative to the folder. The folder may lie elsewhere if a link was followed.
  private String relative(String path) {
    String up = "";
    String above = folder;
    while (!above.isEmpty() && !path.startsWith(above + "/")) {
      up += "../";
      above = above.substring(0, Math.max(0, above.lastIndexOf('/')));
    }
    return up + (above.isEmpty() ? path : path.substring(above.length() + 1));
  }
}
