package dev.netlog.io.git;

import dev.netlog.io.files.FileBytes;
import dev.netlog.io.files.FileFinder;
import dev.netlog.io.files.FileSearch;
import dev.netlog.io.files.NotUnderstood;
import dev.netlog.io.files.Reasons;
import dev.netlog.io.git.Tree.Entry;
import dev.netlog.io.git.Tree.Kind;
import dev.netlog.io.git.TreeView.Resolution;
import dev.netlog.io.git.WorkTree.NamedPath;
import dev.netlog.io.text.PathOrder;
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
/// under the same names. Left out is what `.netlogignore` names in both commits.
///
/// What a file system could not hold is counted as not understood: names such as `..`, and folders
/// nested without end. Submodules are too, since their files are in another repository; a checkout
/// may hold them or not.
final class TreeFinder {
  /// How many levels are looked into; a path of Linux has no room for three times as many.
  private static final int DEPTH = 1000;

  /// The longest name that a kustomization may give a file, in bytes, as Linux has it.
  private static final int LONGEST = 4096;

  private final TreeView tree;
  private final TreeView other;
  private final FileSearch search;
  private final List<GitFile> files = new ArrayList<>();
  private final List<NotUnderstood> skipped = new ArrayList<>();
  private final List<String> absent = new ArrayList<>();
  private final List<String> newlyIgnored = new ArrayList<>();
  private final List<String> deadLinks = new ArrayList<>();
  private final List<Kustomization> kustomizations = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final Map<ObjectId, Long> sizes = new HashMap<>();

  /// The folders that are being looked into, the innermost first. No recursion: a stranger says how
  /// deep it goes.
  private final Deque<Open> open = new ArrayDeque<>();

  private int ignored;

  /// What is being looked at, for the message where it cannot be read.
  private String current = "";

  /// A kustomization that was found, and its folder.
  private record Kustomization(Entry file, Folder folder) {}

  private TreeFinder(TreeView tree, TreeView other, FileSearch search) {
    this.tree = tree;
    this.other = other;
    this.search = search;
  }

  /// Finds all files below the paths.
  ///
  /// @param other the tree of the other commit, whose ignore files count too
  /// @throws ComparisonException where part of the tree is missing or damaged
  static GitFiles find(
      TreeView tree,
      TreeView other,
      List<NamedPath> paths,
      FileSearch search,
      Side side,
      ObjectStore store)
      throws ComparisonException {
    TreeFinder finder = new TreeFinder(tree, other, search);
    try {
      for (NamedPath path : paths) {
        finder.named(path);
      }
    } catch (IOException e) {
      throw store.problem(Quoted.of(finder.current) + " of " + side.words(), e);
    }
    finder.files.sort((a, b) -> PathOrder.INSTANCE.compare(a.path(), b.path()));
    return new GitFiles(
        finder.files,
        finder.skipped,
        finder.ignored,
        finder.absent,
        finder.newlyIgnored,
        finder.deadLinks);
  }

  /// A folder that is being looked into.
  ///
  /// @param shown below the named path, as the user came to it
  /// @param real the same without symbolic links, from the root of the repository
  /// @param root the folder that links may not leave
  private record Folder(
      NamedPath named, String shown, String real, CommitIgnores rules, String root, int depth) {
    String shown(String name) {
      return shown.isEmpty() ? Tree.text(name) : shown + "/" + Tree.text(name);
    }

    String real(String name) {
      return real.isEmpty() ? name : real + "/" + name;
    }

    Folder in(String name, String path, CommitIgnores inner) {
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
            Folder folder =
                new Folder(path, "", real, CommitIgnores.of(tree, other, real), real, 0);
            open(entry, folder);
            lookIntoFolders();
            takeResources(folder.rules());
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
    if (!isLeftOut(at.rules().of(at.real(name), isFolder(meant)), at.rules()) && seen.add(real)) {
      take(name, meant, real, at);
    }
  }

  private boolean isLeftOut(CommitIgnores.Verdict verdict, CommitIgnores rules) {
    return switch (verdict) {
      case READ -> false;
      case READ_ALL_THE_SAME -> {
        if (!rules.isInside()) {
          newlyIgnored.add(current);
        }
        yield false;
      }
      case LEFT_OUT -> {
        ignored++;
        yield true;
      }
    };
  }

  private void take(String name, Entry entry, String real, Folder at)
      throws IOException, ComparisonException {
    if (entry.kind() == Kind.FILE) {
      add(current, entry, false);
      if (FileFinder.isKustomization(Tree.text(name))) {
        kustomizations.add(new Kustomization(entry, at));
      }
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
      open(entry, at.in(name, real, at.rules().in(real, at.real(name))));
    }
  }

  /// Takes the files that the kustomizations below a folder name, whatever they are called.
  private void takeResources(CommitIgnores rules) throws IOException, ComparisonException {
    for (Kustomization each : List.copyOf(kustomizations)) {
      for (String name : resources(each.file())) {
        takeResource(Tree.name(name), each.folder(), rules);
      }
    }
    kustomizations.clear();
  }

  private List<String> resources(Entry file) throws IOException {
    try {
      return search.resources().in(tree.objects().bytes(file.id(), search.bytes()));
    } catch (FileBytes.TooLargeException e) {
      // The same is said when the file is read as a manifest.
      return List.of();
    }
  }

  private void takeResource(String name, Folder at, CommitIgnores rules)
      throws IOException, ComparisonException {
    String last = Tree.text(name.substring(name.lastIndexOf('/') + 1));
    String shown = name.startsWith("/") ? null : ShownPath.normal(at.shown(name));
    if (shown == null || name.length() > LONGEST || FileFinder.isManifest(last)) {
      return;
    }
    current = at.named().display(shown);
    switch (tree.resolve(at.real(name))) {
      case Resolution.Found(String real, Entry entry)
          when entry.kind() == Kind.FILE && isIn(real, at.root()) -> {
        if (!isLeftOut(real, at.root(), rules) && seen.add(real)) {
          add(current, entry, false);
        }
      }
      case Resolution.Found(_, Entry entry) when entry.kind() == Kind.FILE ->
          skip(current, Reasons.LINK_LEAVES_FOLDER);
      case Resolution.Outside _ -> skip(current, Reasons.LINK_LEAVES_FOLDER);
      case Resolution.Found _, Resolution.Missing _, Resolution.Loop _ -> {}
    }
  }

  /// Whether ignore files leave out a file, or a folder around it.
  private boolean isLeftOut(String file, String root, CommitIgnores rules)
      throws IOException, ComparisonException {
    CommitIgnores here = rules;
    int from = root.isEmpty() ? 0 : root.length() + 1;
    for (int slash = file.indexOf('/', from); slash >= 0; slash = file.indexOf('/', slash + 1)) {
      String folder = file.substring(0, slash);
      if (here.of(folder, true) == CommitIgnores.Verdict.LEFT_OUT) {
        ignored++;
        return true;
      }
      here = here.in(folder, folder);
    }
    return isLeftOut(here.of(file, false), here);
  }

  /// What a symbolic link leads to, or null where nobody asks for it or it is left out.
  private Resolution.@Nullable Found linked(String name, Folder at)
      throws IOException, ComparisonException {
    String link = at.real(name);
    Resolution target = tree.resolve(link);
    boolean isFolder = target instanceof Resolution.Found(_, Entry entry) && isFolder(entry);
    if (!isFolder && !FileFinder.isManifest(Tree.text(name))) {
      deadLinks.add(current);
      return null;
    }
    if (at.rules().of(link, isFolder) == CommitIgnores.Verdict.LEFT_OUT) {
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
