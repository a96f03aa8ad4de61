package dev.netlog.cli.git;

import dev.netlog.cli.git.Tree.Entry;
import dev.netlog.cli.git.Tree.Kind;
import dev.netlog.cli.git.TreeView.Resolution;
import dev.netlog.cli.git.WorkTree.NamedPath;
import dev.netlog.cli.input.FileFinder;
import dev.netlog.cli.input.Reasons;
import dev.netlog.cli.report.PathOrder;
import dev.netlog.cli.report.Summary.NotUnderstood;
import dev.netlog.rule.Quoted;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/// Finds the manifests of a tree as [FileFinder] finds those of a checkout of it: the same files
/// under the same names, the same left out and counted.
///
/// What a file system could not hold is counted as not understood: names such as `..`, and folders
/// nested without end. Submodules are too, since their files are in another repository; a checkout
/// may hold them or not.
final class TreeFinder {
  /// How many levels are looked into; a path of Linux has no room for three times as many.
  private static final int DEPTH = 1000;

  private final TreeView tree;
  private final List<GitFile> files = new ArrayList<>();
  private final List<NotUnderstood> skipped = new ArrayList<>();
  private final List<String> absent = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final Map<ObjectId, Long> sizes = new HashMap<>();

  /// The folders that are being looked into, the innermost first. No recursion: a stranger says how
  /// deep it goes.
  private final Deque<Open> open = new ArrayDeque<>();

  private int ignored;

  /// What is being looked at, for the message where it cannot be read.
  private String current = "";

  private TreeFinder(TreeView tree) {
    this.tree = tree;
  }

  /// Finds all files below the paths.
  ///
  /// @throws ComparisonException where part of the tree is missing or damaged
  static GitFiles find(TreeView tree, List<NamedPath> paths, Side side, ObjectStore store)
      throws ComparisonException {
    TreeFinder finder = new TreeFinder(tree);
    try {
      for (NamedPath path : paths) {
        finder.named(path);
      }
    } catch (IOException e) {
      throw store.problem(Quoted.of(finder.current) + " of " + side.words(), e);
    }
    finder.files.sort((a, b) -> PathOrder.INSTANCE.compare(a.path(), b.path()));
    return new GitFiles(finder.files, finder.skipped, finder.ignored, finder.absent);
  }

  /// A folder that is being looked into.
  ///
  /// @param shown below the named path, as the user came to it
  /// @param real the same without symbolic links, from the root of the repository
  /// @param root the folder that links may not leave
  private record Folder(
      NamedPath named, String shown, String real, TreeIgnores rules, String root, int depth) {
    String shown(String name) {
      return shown.isEmpty() ? Tree.text(name) : shown + "/" + Tree.text(name);
    }

    String real(String name) {
      return real.isEmpty() ? name : real + "/" + name;
    }

    Folder in(String name, String path, TreeIgnores inner) {
      return new Folder(named, shown(name), path, inner, root, depth + 1);
    }
  }

  /// A folder with the entries that are still ahead.
  private record Open(Folder folder, Iterator<Map.Entry<String, Entry>> entries) {}

  private void named(NamedPath path) throws IOException, ComparisonException {
    current = path.given();
    String shown = path.display("");
    switch (tree.resolve(path.inRepository())) {
      case Resolution.Missing _ -> absent.add(path.given());
      case Resolution.Outside _ -> skip(shown, Reasons.LINK_LEAVES_REPOSITORY);
      case Resolution.Loop _ -> skip(shown, Reasons.LINK_NOWHERE + Reasons.LINK_LOOP);
      case Resolution.Found(String real, Entry entry) -> {
        if (!seen.add(real)) {
          return;
        }
        switch (entry.kind()) {
          case FILE -> add(shown, entry, true);
          case FOLDER -> {
            TreeIgnores rules = TreeIgnores.above(tree, real).in(tree, real, entry);
            open(entry, new Folder(path, "", real, rules, real, 0));
            lookIntoFolders();
          }
          case SUBMODULE, LINK -> skip(shown, Reasons.SUBMODULE);
        }
      }
    }
  }

  private void open(Entry entry, Folder at) throws IOException, ComparisonException {
    Tree entries = tree.folder(entry);
    for (String name : entries.refused()) {
      String shown = at.named().display(at.shown());
      skip(
          shown.isEmpty() ? "." : shown,
          "no file can have the name " + Quoted.of(Tree.text(name)) + " here; see git fsck");
    }
    open.push(new Open(at, entries.entries().entrySet().iterator()));
  }

  private void lookIntoFolders() throws IOException, ComparisonException {
    while (!open.isEmpty()) {
      Open innermost = open.peek();
      if (!innermost.entries().hasNext()) {
        open.pop();
        continue;
      }
      Map.Entry<String, Entry> next = innermost.entries().next();
      tree.spend();
      if (!next.getKey().equals(".git")) {
        entry(next.getKey(), next.getValue(), innermost.folder());
      }
    }
  }

  private void entry(String name, Entry entry, Folder at) throws IOException, ComparisonException {
    boolean isManifest = FileFinder.isManifest(Tree.text(name));
    if (entry.kind() == Kind.FILE && !isManifest) {
      return;
    }
    current = at.named().display(at.shown(name));
    Entry meant = entry;
    String real = at.real(name);
    if (entry.kind() == Kind.LINK) {
      Resolution.Found target = linked(name, at);
      if (target == null) {
        return;
      }
      meant = target.entry();
      real = target.path();
    }
    boolean isFolder = isFolder(meant);
    if (at.rules().ignores(at.real(name), isFolder)) {
      ignored++;
    } else if (seen.add(real)) {
      take(name, meant, real, at);
    }
  }

  private void take(String name, Entry entry, String real, Folder at)
      throws IOException, ComparisonException {
    if (entry.kind() == Kind.FILE) {
      add(current, entry, false);
    } else if (entry.kind() != Kind.FOLDER) {
      skip(current, Reasons.SUBMODULE);
    } else if (at.depth() == DEPTH) {
      skipped.add(
          new NotUnderstood(
              current,
              1,
              "limit",
              "more than " + DEPTH + " folders inside each other; name this one"));
    } else {
      open(entry, at.in(name, real, at.rules().in(tree, real, entry)));
    }
  }

  /// What a symbolic link leads to, or null where nobody asks for it or it is left out.
  private Resolution.@Nullable Found linked(String name, Folder at)
      throws IOException, ComparisonException {
    String link = at.real(name);
    Resolution target = tree.resolve(link);
    boolean isFolder = target instanceof Resolution.Found(_, Entry entry) && isFolder(entry);
    if (!isFolder && !FileFinder.isManifest(Tree.text(name))) {
      return null;
    }
    if (at.rules().ignores(link, isFolder)) {
      ignored++;
      return null;
    }
    return switch (target) {
      case Resolution.Found found -> followed(link, found, at.root());
      case Resolution.Outside _ -> refused(Reasons.LINK_LEAVES_FOLDER);
      case Resolution.Missing _ -> refused(Reasons.LINK_NOWHERE + Reasons.NO_FILE);
      case Resolution.Loop _ -> refused(Reasons.LINK_NOWHERE + Reasons.LINK_LOOP);
    };
  }

  private Resolution.@Nullable Found followed(String link, Resolution.Found target, String root) {
    if (isIn(link, target.path())) {
      return refused(Reasons.LINK_BACK);
    }
    return isIn(target.path(), root) ? target : refused(Reasons.LINK_LEAVES_FOLDER);
  }

  private Resolution.@Nullable Found refused(String message) {
    skip(current, message);
    return null;
  }

  private void add(String shown, Entry file, boolean named) throws IOException {
    Long size = sizes.get(file.id());
    if (size == null) {
      size = tree.objects().size(file.id());
      sizes.put(file.id(), size);
    }
    files.add(new GitFile(shown, file.id().name(), size, named));
  }

  private void skip(String shown, String message) {
    skipped.add(new NotUnderstood(shown, 1, "unreadable", message));
  }

  /// A checked out submodule is a folder.
  private static boolean isFolder(Entry entry) {
    return entry.kind() == Kind.FOLDER || entry.kind() == Kind.SUBMODULE;
  }

  private static boolean isIn(String path, String folder) {
    return folder.isEmpty() || path.equals(folder) || path.startsWith(folder + "/");
  }
}
