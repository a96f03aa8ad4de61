package dev.netlog.io.git;

import dev.netlog.io.files.FileBytes;
import dev.netlog.io.files.FileTree;
import dev.netlog.io.files.Reasons;
import dev.netlog.io.files.ShownPath;
import dev.netlog.io.git.CommitFileTree.Node;
import dev.netlog.io.git.Tree.Entry;
import dev.netlog.io.git.TreeView.Resolution;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/// The files of a commit.
///
/// An `IOException` means that a checkout would not show the file either; any other failure means
/// that the repository is incomplete or damaged. `.gitignore` is not used: all files of a commit
/// are tracked, and git ignores only untracked files.
final class CommitFileTree implements FileTree<Node, ComparisonException> {
  /// The maximum depth of folders; far more than a path of Linux allows.
  private static final int DEPTH = 1000;

  private static final String IGNORE_FILE = ".netlogignore";

  private static final FileBytes IGNORE_LIMIT =
      new FileBytes(10L * 1024 * 1024, InputStream.nullInputStream());

  private final TreeView tree;
  private final BiFunction<String, IOException, ComparisonException> problem;

  /// A place in a commit.
  ///
  /// @param path relative to the root of the repository, in the form of [Tree]
  record Node(String path, Entry entry) {
    Node in(String name, Entry child) {
      return new Node(path.isEmpty() ? name : path + "/" + name, child);
    }
  }

  /// @param problem builds the exception for a repository path that cannot be read
  CommitFileTree(TreeView tree, BiFunction<String, IOException, ComparisonException> problem) {
    this.tree = tree;
    this.problem = problem;
  }

  /// Resolves a path.
  ///
  /// @param path in the form of [Tree]
  Resolution resolve(String path) throws ComparisonException {
    try {
      return tree.resolve(path);
    } catch (IOException e) {
      throw damaged(path, e);
    }
  }

  /// The size of a file in bytes.
  long size(Node file) throws ComparisonException {
    try {
      return tree.objects().size(file.entry().id());
    } catch (IOException e) {
      throw damaged(file.path(), e);
    }
  }

  @Override
  public Listing<Node> list(Node folder) throws ComparisonException {
    Tree entries = entries(folder);
    List<Node> nodes = new ArrayList<>();
    entries.entries().forEach((name, entry) -> nodes.add(folder.in(name, entry)));
    // A deeper folder costs more to look up in the other commit.
    int depth = folder.path().isEmpty() ? 0 : folder.path().split("/", -1).length;
    tree.spend(nodes.size() + depth);
    return new Listing<>(nodes, entries.refused().stream().map(Tree::text).toList());
  }

  private Tree entries(Node folder) throws ComparisonException {
    try {
      return tree.folder(folder.entry());
    } catch (IOException e) {
      throw damaged(folder.path(), e);
    }
  }

  @Override
  public Kind kind(Node place) {
    return switch (place.entry().kind()) {
      case FILE -> Kind.FILE;
      case FOLDER -> Kind.FOLDER;
      case LINK -> Kind.LINK;
      case SUBMODULE -> Kind.SUBMODULE;
    };
  }

  @Override
  public String name(Node place) {
    return Tree.text(place.path().substring(place.path().lastIndexOf('/') + 1));
  }

  @Override
  public String path(Node place) {
    return Tree.text(place.path());
  }

  @Override
  public boolean isIn(Node place, Node folder) {
    String path = place.path();
    String above = folder.path();
    return above.isEmpty() || path.equals(above) || path.startsWith(above + "/");
  }

  @Override
  public @Nullable Node folder(String path) throws ComparisonException {
    return resolve(Tree.name(path)) instanceof Resolution.Found(String real, Entry entry)
            && entry.kind() == Tree.Kind.FOLDER
        ? new Node(real, entry)
        : null;
  }

  @Override
  public @Nullable Node named(Node folder, String name) throws ComparisonException {
    String path =
        name.startsWith("/") ? null : ShownPath.normal(folder.path() + "/" + Tree.name(name));
    if (path == null || path.isEmpty()) {
      return null;
    }
    int slash = path.lastIndexOf('/');
    return switch (resolve(path.substring(0, Math.max(0, slash)))) {
      case Resolution.Found(_, Entry above) when above.kind() == Tree.Kind.FOLDER -> {
        Entry entry = entries(new Node(path, above)).entries().get(path.substring(slash + 1));
        yield entry == null ? null : new Node(path, entry);
      }
      // Only the link is known, not its target.
      case Resolution.Outside _ -> new Node(path, new Entry(Tree.Kind.LINK, ObjectId.zeroId()));
      case Resolution.Found _, Resolution.Missing _, Resolution.Loop _ -> null;
    };
  }

  @Override
  public @Nullable Node follow(Node place) throws IOException, ComparisonException {
    return switch (resolve(place.path())) {
      case Resolution.Found(String real, Entry entry) -> new Node(real, entry);
      case Resolution.Outside _ -> null;
      case Resolution.Missing _ -> throw new NoSuchFileException(path(place));
      case Resolution.Loop _ -> throw new FileSystemLoopException(path(place));
    };
  }

  @Override
  public byte[] read(Node file, FileBytes limit) throws IOException, ComparisonException {
    try {
      return tree.objects().bytes(file.entry().id(), limit);
    } catch (FileBytes.TooLargeException e) {
      throw e;
    } catch (IOException e) {
      throw damaged(file.path(), e);
    }
  }

  @Override
  public List<byte[]> ignoreFiles(Node folder) throws ComparisonException {
    Entry entry = entries(folder).entries().get(IGNORE_FILE);
    if (entry == null) {
      return List.of();
    }
    Node file = folder.in(IGNORE_FILE, entry);
    if (entry.kind() == Tree.Kind.LINK) {
      Resolution target = resolve(file.path());
      entry = target instanceof Resolution.Found(_, Entry found) ? found : entry;
    }
    try {
      return entry.kind() == Tree.Kind.FILE
          ? List.of(tree.objects().bytes(entry.id(), IGNORE_LIMIT))
          : List.of();
    } catch (IOException e) {
      throw damaged(file.path(), e);
    }
  }

  private ComparisonException damaged(String path, IOException e) {
    return problem.apply(path, e);
  }

  @Override
  public String submodule() {
    return Reasons.SUBMODULE;
  }

  @Override
  public int maxDepth() {
    return DEPTH;
  }
}
