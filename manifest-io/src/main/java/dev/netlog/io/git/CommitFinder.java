package dev.netlog.io.git;

import dev.netlog.io.files.FileSearch;
import dev.netlog.io.files.FolderIgnores;
import dev.netlog.io.files.FolderSearch;
import dev.netlog.io.files.Reasons;
import dev.netlog.io.files.SearchNotes;
import dev.netlog.io.files.SearchedFolder;
import dev.netlog.io.git.CommitFileTree.Node;
import dev.netlog.io.git.Tree.Entry;
import dev.netlog.io.git.TreeView.Resolution;
import dev.netlog.io.git.WorkTree.NamedPath;
import dev.netlog.io.text.PathOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;

/// Finds the manifests of a commit as [dev.netlog.io.files.FileFinder] finds those of a checkout:
/// the same files under the same names. Files that `.netlogignore` names in both commits are left
/// out.
///
/// Entries that no file system can hold, such as the name `..` or endlessly nested folders, count
/// as not understood. So do submodules, since their files are in another repository.
final class CommitFinder {
  private final CommitFileTree tree;
  private final CommitFileTree other;
  private final FileSearch search;
  private final List<GitFile> files = new ArrayList<>();
  private final List<String> absent = new ArrayList<>();
  private final SearchNotes<Node> notes = new SearchNotes<>();
  private final Map<ObjectId, Long> sizes = new HashMap<>();

  private CommitFinder(CommitFileTree tree, CommitFileTree other, FileSearch search) {
    this.tree = tree;
    this.other = other;
    this.search = search;
  }

  /// Finds all files below the paths.
  ///
  /// @param other the other commit, whose ignore files count too
  /// @throws ComparisonException if part of a tree is missing or damaged
  static GitFiles find(
      CommitFileTree tree, CommitFileTree other, List<NamedPath> paths, FileSearch search)
      throws ComparisonException {
    CommitFinder finder = new CommitFinder(tree, other, search);
    for (NamedPath path : paths) {
      finder.named(path);
    }
    finder.files.sort((a, b) -> PathOrder.INSTANCE.compare(a.path(), b.path()));
    return new GitFiles(
        finder.files,
        finder.notes.skipped(),
        finder.notes.ignored(),
        finder.absent,
        finder.notes.newlyIgnored(),
        finder.notes.deadLinks());
  }

  private void named(NamedPath path) throws ComparisonException {
    String shown = path.display("");
    switch (tree.resolve(path.inRepository())) {
      case Resolution.Missing _ -> absent.add(path.given());
      case Resolution.Outside _ -> notes.skip(shown, Reasons.LINK_LEAVES_REPOSITORY);
      case Resolution.Loop _ -> notes.skip(shown, Reasons.LINK_NOWHERE + Reasons.LINK_LOOP);
      case Resolution.Found(String real, Entry entry) -> {
        Node place = new Node(real, entry);
        if (notes.see(place)) {
          switch (entry.kind()) {
            case FILE -> add(shown, place, true);
            case FOLDER -> folder(path, place);
            case SUBMODULE, LINK -> notes.skip(shown, Reasons.SUBMODULE);
          }
        }
      }
    }
  }

  private void folder(NamedPath path, Node folder) throws ComparisonException {
    FolderIgnores<Node, ComparisonException> rules;
    try {
      String start = tree.path(folder);
      rules = FolderIgnores.of(tree, start).comparedWith(other, start);
    } catch (IOException e) {
      // Unreachable: neither tree throws it, and reading from memory does not fail.
      throw new UncheckedIOException(e);
    }
    new FolderSearch<>(
            new SearchedFolder<>(
                tree,
                folder,
                path.place(),
                search,
                notes,
                (shown, file) -> add(shown, file, false)))
        .run(rules);
  }

  private void add(String shown, Node file, boolean named) throws ComparisonException {
    ObjectId id = file.entry().id();
    Long size = sizes.get(id);
    if (size == null) {
      size = tree.size(file);
      sizes.put(id, size);
    }
    files.add(new GitFile(shown, id.name(), size, named));
  }
}
