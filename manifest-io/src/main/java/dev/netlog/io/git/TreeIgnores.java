package dev.netlog.io.git;

import dev.netlog.io.files.FileBytes;
import dev.netlog.io.git.Tree.Entry;
import dev.netlog.io.git.Tree.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.jspecify.annotations.Nullable;

/// What the `.netlogignore` of a commit leave out, from the root of the repository down to one
/// folder.
///
/// `.gitignore` says nothing here: all files of a commit are tracked, and for git it means nothing
/// to tracked files.
final class TreeIgnores {
  private static final String FILE = ".netlogignore";

  private static final FileBytes LIMIT =
      new FileBytes(10L * 1024 * 1024, InputStream.nullInputStream());

  private final @Nullable TreeIgnores parent;
  private final String folder;
  private final List<IgnoreNode> nodes;

  private TreeIgnores(@Nullable TreeIgnores parent, String folder, List<IgnoreNode> nodes) {
    this.parent = parent;
    this.folder = folder;
    this.nodes = nodes;
  }

  /// The rules for a folder that a walk starts in: those of the folders around it too, unless they
  /// leave out the folder itself, which the user has asked for.
  static TreeIgnores above(TreeView tree, String start) throws IOException, ComparisonException {
    TreeIgnores rules = new TreeIgnores(null, start, List.of());
    TreeIgnores outer = new TreeIgnores(null, "", List.of());
    String here = "";
    while (!here.equals(start)) {
      Entry folder = tree.at(here);
      if (folder != null) {
        outer = outer.in(tree, here, folder);
      }
      int slash = start.indexOf('/', here.isEmpty() ? 0 : here.length() + 1);
      here = slash < 0 ? start : start.substring(0, slash);
      if (outer.ignores(here, true)) {
        return rules;
      }
    }
    return outer;
  }

  /// The rules inside a folder.
  TreeIgnores in(TreeView tree, String inner, Entry folder)
      throws IOException, ComparisonException {
    List<IgnoreNode> own = read(tree, inner, folder);
    return own.isEmpty() ? this : new TreeIgnores(this, inner, own);
  }

  /// Whether a file or folder is left out.
  boolean ignores(String path, boolean isFolder) {
    String below = nodes.isEmpty() ? "" : Tree.text(relative(path));
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

  /// The path from the folder, which need not be above it: a link may have led away.
  private String relative(String path) {
    String up = "";
    String above = folder;
    while (!above.isEmpty() && !path.startsWith(above + "/")) {
      up += "../";
      above = above.substring(0, Math.max(0, above.lastIndexOf('/')));
    }
    return up + (above.isEmpty() ? path : path.substring(above.length() + 1));
  }

  private static List<IgnoreNode> read(TreeView tree, String path, Entry folder)
      throws IOException, ComparisonException {
    Entry entry = tree.folder(folder).entries().get(FILE);
    if (entry != null && entry.kind() == Kind.LINK) {
      entry = tree.at(path.isEmpty() ? FILE : path + "/" + FILE);
    }
    if (entry == null || entry.kind() != Kind.FILE) {
      return List.of();
    }
    IgnoreNode node = new IgnoreNode();
    node.parse(new ByteArrayInputStream(tree.objects().bytes(entry.id(), LIMIT)));
    return List.of(node);
  }
}
