package dev.netlog.io.files;

import dev.netlog.io.files.FileTree.Kind;
import dev.netlog.io.files.FileTree.Listing;
import dev.netlog.rule.Quoted;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// Finds the manifests below a folder that the user named.
///
/// It reads `*.yaml`, `*.yml` and `*.json`, kustomizations, and the files that these name under
/// `resources`. It skips `.git` and what ignore files name. Symbolic links are followed inside the
/// named folder only. Everything that is left out is counted.
///
/// @param <N> a place in the tree
/// @param <X> thrown if the tree cannot be trusted
public final class FolderSearch<N, X extends Exception> {
  private final FileTree<N, X> tree;
  private final N root;
  private final ShownPath shownRoot;
  private final SearchNotes<N> notes;
  private final SearchedFolder.Taker<N, X> files;
  private final KustomizedFiles<N, X> kustomized;

  /// The folders that are being searched, the innermost first. No recursion: the input is untrusted
  /// and may be very deep.
  private final Deque<Open<N, X>> open = new ArrayDeque<>();

  /// A folder that is being searched.
  ///
  /// @param shown its path below the named folder, as the user sees it
  /// @param place its place with links resolved
  private record Folder<N, X extends Exception>(
      String shown, N place, FolderIgnores<N, X> rules, int depth) {
    String below(String name) {
      return shown.isEmpty() ? name : shown + "/" + name;
    }
  }

  /// A folder with the entries that are not visited yet.
  private record Open<N, X extends Exception>(Folder<N, X> folder, Iterator<N> entries) {}

  /// Creates a search in one folder.
  public FolderSearch(SearchedFolder<N, X> folder) {
    this.tree = folder.tree();
    this.root = folder.root();
    this.shownRoot = folder.shown();
    this.notes = folder.notes();
    this.files = folder.files();
    this.kustomized = new KustomizedFiles<>(folder);
  }

  /// Finds all files.
  ///
  /// @param rules the ignore rules of the folder
  public void run(FolderIgnores<N, X> rules) throws X {
    open(new Folder<>("", root, rules, 0));
    while (!open.isEmpty()) {
      Open<N, X> innermost = open.element();
      if (innermost.entries().hasNext()) {
        N entry = innermost.entries().next();
        if (!tree.name(entry).equals(".git")) {
          entry(entry, innermost.folder());
        }
      } else {
        open.pop();
      }
    }
    kustomized.take(rules);
  }

  private void open(Folder<N, X> folder) throws X {
    String shown = folder.shown().isEmpty() ? shownRoot() : shownRoot.below(folder.shown());
    try {
      Listing<N> listing = tree.list(folder.place());
      for (String name : listing.refused()) {
        notes.skip(shown, "no file can have the name " + Quoted.of(name) + " here; see git fsck");
      }
      open.push(new Open<>(folder, listing.entries().iterator()));
    } catch (IOException e) {
      notes.skip(shown, Reasons.of(e));
    }
  }

  private String shownRoot() {
    String shown = shownRoot.below("");
    return shown.isEmpty() ? "." : shown;
  }

  private void entry(N entry, Folder<N, X> at) throws X {
    String name = tree.name(entry);
    String shown = shownRoot.below(at.below(name));
    boolean isManifest = ManifestNames.isManifest(name);
    try {
      Kind kind = tree.kind(entry);
      N real = kind == Kind.LINK ? linked(shown, entry, at) : entry;
      if (real == null) {
        return;
      }
      kind = kind == Kind.LINK ? tree.kind(real) : kind;
      if ((isFolder(kind) || isManifest)
          && !notes.isLeftOut(shown, at.rules(), tree.path(entry), isFolder(kind))) {
        take(shown, entry, real, kind, at);
      }
    } catch (IOException e) {
      if (isManifest) {
        notes.skip(shown, Reasons.of(e));
      }
    }
  }

  private void take(String shown, N entry, N real, Kind kind, Folder<N, X> at) throws X {
    switch (kind) {
      case FOLDER -> {
        if (notes.see(real)) {
          inner(shown, entry, real, at);
        }
      }
      case SUBMODULE -> {
        if (notes.see(real)) {
          notes.skip(shown, tree.submodule());
        }
      }
      case FILE -> {
        if (notes.see(real)) {
          files.take(shown, real);
          if (ManifestNames.isKustomization(tree.name(entry))) {
            kustomized.add(real, at.place(), at.shown());
          }
        }
      }
      case LINK, OTHER -> notes.skip(shown, Reasons.NO_REGULAR_FILE);
    }
  }

  /// @param entry the place at which the folder was found
  private void inner(String shown, N entry, N real, Folder<N, X> at) throws X {
    if (at.depth() == tree.maxDepth()) {
      notes.limit(shown, "more than " + tree.maxDepth() + " nested folders; name this one");
      return;
    }
    try {
      FolderIgnores<N, X> rules = at.rules().in(real, tree.path(entry));
      open(new Folder<>(at.below(tree.name(entry)), real, rules, at.depth() + 1));
    } catch (IOException e) {
      notes.skip(shown, Reasons.of(e));
    }
  }

  /// The target of a symbolic link, or null if it is not needed, is left out or must not be
  /// followed.
  private @Nullable N linked(String shown, N link, Folder<N, X> at) throws X {
    N target = null;
    String problem = Reasons.LINK_LEAVES_FOLDER;
    boolean isFolder = false;
    try {
      target = tree.follow(link);
      isFolder = target != null && isFolder(tree.kind(target));
    } catch (IOException e) {
      problem = Reasons.LINK_NOWHERE + Reasons.of(e);
    }
    if (!isFolder && !ManifestNames.isManifest(tree.name(link))) {
      notes.deadLink(shown);
      return null;
    }
    if (at.rules().of(tree.path(link), isFolder) == FolderIgnores.Verdict.LEFT_OUT) {
      notes.ignore();
      return null;
    }
    if (target != null && tree.isIn(link, target)) {
      problem = Reasons.LINK_BACK;
    } else if (target != null) {
      if (tree.isIn(target, root)) {
        return target;
      }
      problem = Reasons.LINK_LEAVES_FOLDER;
    }
    notes.skip(shown, problem);
    return null;
  }

  static boolean isFolder(Kind kind) {
    return kind == Kind.FOLDER || kind == Kind.SUBMODULE;
  }
}
