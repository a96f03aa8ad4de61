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

/// Two commits of a repository, HEAD and what it is compared with, and the manifests in them.
///
/// HEAD is what is committed: changes that are not count on neither side. Both trees are read from
/// the repository's objects. Nothing is checked out, written or executed, no lock is taken, and no
/// settings but those of the repository are read.
///
/// Safe for use by several threads until it is closed.
public final class GitComparison implements AutoCloseable {
  /// More files and folders than a repository of manifests has, and few enough to be looked at in
  /// seconds.
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
  /// @param workingDirectory absolute; what paths in reports are relative to
  /// @param paths as on the command line, all in one repository
  /// @throws ComparisonException where one of them cannot be found, or a path is in neither commit
  public static GitComparison open(Path workingDirectory, List<String> paths, BaseRevision revision)
      throws ComparisonException {
    return open(workingDirectory, paths, revision, ENTRIES);
  }

  /// @param entries how many files and folders a tree may have below the named paths
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

  /// A path from the root of the repository, with `/`; null where it is not in it.
  ///
  /// @param path absolute, without `..`
  /// @throws ComparisonException where it cannot be looked up
  public @Nullable String inRepository(Path path) throws ComparisonException {
    return workTree.inRepository(path);
  }

  /// The full id of a commit.
  public String commit(Side side) {
    return of(side).id();
  }

  /// The manifests below the paths, as a checkout of that commit would show them. A path that a
  /// commit does not have leads to nothing there. Left out is what the ignore files of both commits
  /// name.
  ///
  /// @throws ComparisonException where part of the tree is not in this clone, or damaged
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

  /// What HEAD has anywhere in its tree and the base does not, outside of the paths too.
  ///
  /// @throws ComparisonException where part of a tree is not in this clone, or damaged
  public TreeDifference difference() throws ComparisonException {
    try (TreeView before = view(base);
        TreeView now = view(head)) {
      return TreeComparison.of(before, now, this::shown);
    } catch (IOException e) {
      throw store.problem("a folder of HEAD or of the base", e);
    }
  }

  /// How a path of the repository is called in reports.
  private String shown(String path) {
    return ShownPath.of(workingDirectory.normalize(), workTree.root()).below(Tree.text(path));
  }

  /// The files of HEAD at and below a path.
  ///
  /// @param path as reports name it
  /// @return empty where there is nothing, or where a submodule stands there
  /// @throws ComparisonException where part of the tree is not in this clone, or damaged
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

  /// The files of the work tree that differ from those of HEAD, as reports name them. They do not
  /// count.
  ///
  /// @param there the files of the work tree, as reports name them
  /// @param found the files of HEAD
  public List<String> uncommitted(GitFiles found, List<String> there) {
    try {
      return UncommittedChanges.of(workTree, workingDirectory, found.files(), there);
    } catch (IOException e) {
      // What cannot be told of files that do not count keeps nobody from judging those that do.
      return List.of();
    }
  }

  /// The contents of a file.
  ///
  /// @throws FileBytes.TooLargeException where it is larger than the limit
  /// @throws IOException where it cannot be read
  public byte[] read(GitFile file, FileBytes limit) throws IOException {
    return read(file.blob(), limit);
  }

  /// Contents by their id.
  ///
  /// @throws FileBytes.TooLargeException where they are larger than the limit
  /// @throws IOException where they cannot be read
  public byte[] read(String blob, FileBytes limit) throws IOException {
    try (StoredObjects objects = store.objects()) {
      return objects.bytes(ObjectId.fromString(blob), limit);
    }
  }

  /// The contents of a file as a commit has it, or null where it has none.
  ///
  /// @param path from the root of the repository, with `/`
  /// @throws ComparisonException where it cannot be read, or is larger than the limit
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
