package dev.netlog.io.git;

import dev.netlog.io.files.FileBytes;
import dev.netlog.io.files.FileSearch;
import dev.netlog.io.files.ShownPath;
import dev.netlog.io.git.WorkTree.NamedPath;
import dev.netlog.rule.Quoted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/// The manifests of two commits of a repository: HEAD and the commit it is compared with.
///
/// Uncommitted changes count on neither side. Both trees are read from the repository's objects.
/// Nothing is checked out, written, locked or executed, and only the settings of the repository are
/// read.
///
/// Safe for use by several threads until it is closed.
public final class GitComparison implements AutoCloseable {
  /// The maximum number of files and folders in a tree: more than any repository of manifests has,
  /// and few enough to visit in seconds.
  private static final int ENTRIES = 1_000_000;

  private final ObjectStore store;
  private final Path workingDirectory;
  private final WorkTree workTree;
  private final Commit base;
  private final Commit head;
  private final int entries;

  /// A commit and its tree.
  private record Commit(Side side, String id, ObjectId tree) {
    static Commit of(Side side, RevCommit commit) {
      return new Commit(side, commit.name(), commit.getTree().getId());
    }
  }

  private GitComparison(
      ObjectStore store,
      Path workingDirectory,
      WorkTree workTree,
      Commit base,
      Commit head,
      int entries) {
    this.store = store;
    this.workingDirectory = workingDirectory;
    this.workTree = workTree;
    this.base = base;
    this.head = head;
    this.entries = entries;
  }

  /// Finds the repository, HEAD and the base.
  ///
  /// @param workingDirectory absolute; paths in reports are relative to it
  /// @param paths as on the command line, all in one repository
  /// @throws ComparisonException if one of them cannot be found, or a path is in neither commit
  public static GitComparison open(Path workingDirectory, List<String> paths, BaseRevision revision)
      throws ComparisonException {
    return open(workingDirectory, paths, revision, ENTRIES);
  }

  /// @param entries the maximum number of files and folders below the named paths in a tree
  static GitComparison open(
      Path workingDirectory, List<String> paths, BaseRevision revision, int entries)
      throws ComparisonException {
    WorkTree workTree = WorkTree.of(workingDirectory, paths);
    ObjectStore store = ObjectStore.open(workTree.gitDirectory(), workTree.root());
    try (RevWalk walk = new RevWalk(store.repository())) {
      Revisions revisions = new Revisions(store, walk);
      RevCommit head = revisions.head();
      RevCommit named = revisions.commit(revision.text());
      RevCommit base =
          switch (revision.meaning()) {
            case EXACT -> named;
            case MERGE_BASE -> new CommonAncestor(store, walk).of(head, named, revision.text());
          };
      GitComparison comparison =
          new GitComparison(
              store,
              workingDirectory,
              workTree,
              Commit.of(Side.BASE, base),
              Commit.of(Side.HEAD, head),
              entries);
      comparison.checkPaths();
      return comparison;
    } catch (ComparisonException e) {
      store.close();
      throw e;
    }
  }

  private void checkPaths() throws ComparisonException {
    try (TreeView before = view(base);
        TreeView now = view(head)) {
      for (NamedPath path : workTree.paths()) {
        if (isAbsent(path, before, Side.BASE) && isAbsent(path, now, Side.HEAD)) {
          throw new ComparisonException(
              Quoted.of(path.given())
                  + " is neither in HEAD nor in the base; check the spelling, or commit it first");
        }
      }
    }
  }

  private boolean isAbsent(NamedPath path, TreeView tree, Side side) throws ComparisonException {
    try {
      return tree.resolve(path.inRepository()) instanceof TreeView.Resolution.Missing;
    } catch (IOException e) {
      throw store.problem(Quoted.of(path.given()) + " of " + side.words(), e);
    }
  }

  /// The folder of the repository's work tree, absolute and without symbolic links.
  public Path root() {
    return workTree.root();
  }

  /// A path relative to the root of the repository, with `/`; null if it lies outside.
  ///
  /// @param path absolute, without `..`
  /// @throws ComparisonException if it cannot be looked up
  public @Nullable String inRepository(Path path) throws ComparisonException {
    return workTree.inRepository(path);
  }

  /// The full id of a commit.
  public String commit(Side side) {
    return of(side).id();
  }

  /// The manifests below the paths, as a checkout of that commit would show them. A path that is
  /// not in the commit adds no files. Files that the ignore files of both commits name are left
  /// out.
  ///
  /// @throws ComparisonException if part of the tree is missing in this clone, or damaged
  public GitFiles files(Side side, FileSearch search) throws ComparisonException {
    Commit other = side == Side.BASE ? head : base;
    try (TreeView tree = view(of(side));
        TreeView otherTree = view(other)) {
      return CommitFinder.find(
          fileTree(tree, side), fileTree(otherTree, other.side()), workTree.paths(), search);
    }
  }

  private CommitFileTree fileTree(TreeView tree, Side side) {
    return new CommitFileTree(
        tree,
        (path, e) -> {
          String shown = shown(path);
          String what = Quoted.of(shown.isEmpty() ? "." : shown);
          return store.problem(what + " of " + side.words(), e);
        });
  }

  /// Files that are in HEAD and not the same in the base, in the whole tree and not only below the
  /// paths.
  ///
  /// @throws ComparisonException if part of a tree is missing in this clone, or damaged
  public TreeDifference difference() throws ComparisonException {
    try (TreeView before = view(base);
        TreeView now = view(head)) {
      return TreeComparison.of(before, now, this::shown);
    } catch (IOException e) {
      throw store.problem("a folder of HEAD or of the base", e);
    }
  }

  /// The name of a repository path in reports.
  private String shown(String path) {
    return ShownPath.of(workingDirectory.normalize(), workTree.root()).below(Tree.text(path));
  }

  /// The files of HEAD at and below a path.
  ///
  /// @param path its path in reports
  /// @return empty if nothing is there, or if it is a submodule
  /// @throws ComparisonException if part of the tree is missing in this clone, or damaged
  public List<GitFile> headFiles(String path) throws ComparisonException {
    String inRepository = workTree.inRepository(workingDirectory.resolve(path).normalize());
    if (inRepository == null) {
      return List.of();
    }
    try (TreeView now = view(head)) {
      return TreeFiles.below(now, Tree.name(inRepository), this::shown);
    } catch (IOException e) {
      throw store.problem(Quoted.of(path) + " of " + Side.HEAD.words(), e);
    }
  }

  /// The files of the work tree that differ from those of HEAD, by their paths in reports. The
  /// comparison ignores them.
  ///
  /// @param there the files of the work tree, by their paths in reports
  /// @param found the files of HEAD
  public List<String> uncommitted(GitFiles found, List<String> there) {
    try {
      return UncommittedChanges.of(workTree, workingDirectory, found.files(), there);
    } catch (IOException e) {
      // This list is only a note to the user: a failure here must not stop the comparison.
      return List.of();
    }
  }

  /// The contents of a file.
  ///
  /// @throws FileBytes.TooLargeException if it is larger than the limit
  /// @throws IOException if it cannot be read
  public byte[] read(GitFile file, FileBytes limit) throws IOException {
    return read(file.blob(), limit);
  }

  /// The contents of a blob.
  ///
  /// @throws FileBytes.TooLargeException if it is larger than the limit
  /// @throws IOException if it cannot be read
  public byte[] read(String blob, FileBytes limit) throws IOException {
    try (StoredObjects objects = store.objects()) {
      return objects.bytes(ObjectId.fromString(blob), limit);
    }
  }

  /// The contents of a file in a commit, or null if the commit does not have it.
  ///
  /// @param path relative to the root of the repository, with `/`
  /// @throws ComparisonException if it cannot be read, or is larger than the limit
  public byte @Nullable [] fileAt(Side side, String path, FileBytes limit)
      throws ComparisonException {
    try (TreeView tree = view(of(side))) {
      Tree.Entry entry = tree.at(Tree.name(path));
      return entry == null || entry.kind() != Tree.Kind.FILE
          ? null
          : tree.objects().bytes(entry.id(), limit);
    } catch (FileBytes.TooLargeException e) {
      throw new ComparisonException(
          Quoted.of(path) + " of " + side.words() + " is " + e.getMessage() + "; split it", e);
    } catch (IOException e) {
      throw store.problem(Quoted.of(path) + " of " + side.words(), e);
    }
  }

  private Commit of(Side side) {
    return switch (side) {
      case BASE -> base;
      case HEAD -> head;
    };
  }

  private TreeView view(Commit commit) {
    return new TreeView(
        store.objects(),
        commit.tree(),
        Tree.name(workTree.root().toString()),
        new EntryLimit(entries, commit.side()));
  }

  @Override
  public void close() {
    store.close();
  }
}
