package dev.netlog.io.files;

import dev.netlog.io.files.FileTree.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Finds the files that the kustomizations of a folder name under `resources`, with any file name.
final class KustomizedFiles<N, X extends Exception> {
  /// The longest file name that a kustomization may use: the path limit of Linux.
  private static final int LONGEST = 4096;

  private final SearchedFolder<N, X> in;
  private final FileTree<N, X> tree;
  private final List<Kustomization<N>> kustomizations = new ArrayList<>();

  /// A kustomization that was found.
  ///
  /// @param folder the folder in which it was found
  /// @param shown the path of the folder below the named one
  private record Kustomization<N>(N file, N folder, String shown) {}

  KustomizedFiles(SearchedFolder<N, X> in) {
    this.in = in;
    this.tree = in.tree();
  }

  /// Adds a kustomization.
  ///
  /// @param folder the folder in which it was found
  /// @param shown the path of the folder below the named one
  void add(N file, N folder, String shown) {
    kustomizations.add(new Kustomization<>(file, folder, shown));
  }

  /// Passes on the files that the kustomizations name.
  ///
  /// @param rules the ignore rules of the named folder
  void take(FolderIgnores<N, X> rules) throws X {
    for (Kustomization<N> each : kustomizations) {
      for (String name : names(each.file())) {
        take(name, each, rules);
      }
    }
  }

  private List<String> names(N kustomization) throws X {
    try {
      return in.search().resources().in(tree.read(kustomization, in.search().bytes()));
    } catch (IOException e) {
      // The same error is reported when the file is read as a manifest.
      return List.of();
    }
  }

  /// Passes on a file that a kustomization names.
  private void take(String name, Kustomization<N> by, FolderIgnores<N, X> rules) throws X {
    N place = name.length() > LONGEST ? null : tree.named(by.folder(), name);
    if (place == null
        || !tree.isIn(place, in.root())
        || ManifestNames.isManifest(tree.name(place))) {
      return;
    }
    String shown = in.shown().below(shown(name, place, by));
    try {
      N real = tree.follow(place);
      Kind kind = real == null ? Kind.OTHER : tree.kind(real);
      if (FolderSearch.isFolder(kind)) {
        return;
      }
      if (real == null || !tree.isIn(real, in.root())) {
        in.notes().skip(shown, Reasons.LINK_LEAVES_FOLDER);
      } else if (!isLeftOutWithFolders(shown, tree.path(real), rules)) {
        if (kind != Kind.FILE) {
          in.notes().skip(shown, Reasons.NO_REGULAR_FILE);
        } else if (in.notes().see(real)) {
          in.files().take(shown, real);
        }
      }
    } catch (IOException e) {
      in.notes().skip(shown, problem(place, e));
    }
  }

  /// The path below the named folder by which a kustomization names a file. If a link led to the
  /// kustomization, this path can lead out of the named folder; then the real path counts.
  private String shown(String name, N place, Kustomization<N> by) {
    String shown = name.startsWith("/") ? null : ShownPath.normal(by.shown() + "/" + name);
    return shown == null ? tree.path(place).substring(start()) : shown;
  }

  private String problem(N place, IOException e) throws X {
    try {
      return (tree.kind(place) == Kind.LINK ? Reasons.LINK_NOWHERE : "") + Reasons.of(e);
    } catch (IOException _) {
      return Reasons.of(e);
    }
  }

  /// Whether ignore files leave out a file, or one of its parent folders.
  private boolean isLeftOutWithFolders(String shown, String path, FolderIgnores<N, X> rules)
      throws IOException, X {
    FolderIgnores<N, X> here = rules;
    for (int slash = path.indexOf('/', start()); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      String folder = path.substring(0, slash);
      if (here.of(folder, true) == FolderIgnores.Verdict.LEFT_OUT) {
        in.notes().ignore();
        return true;
      }
      N place = tree.folder(folder);
      here = place == null ? here : here.in(place, folder);
    }
    return in.notes().isLeftOut(shown, here, path, false);
  }

  /// The index in a tree path at which the path below the named folder begins.
  private int start() {
    String path = tree.path(in.root());
    return path.isEmpty() ? 0 : path.length() + 1;
  }
}
