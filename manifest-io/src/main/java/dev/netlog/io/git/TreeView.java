package dev.netlog.io.git;

import dev.netlog.io.files.FileBytes;
import dev.netlog.io.git.Tree.Entry;
import dev.netlog.io.git.Tree.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/// The tree of one commit. Symbolic links are followed as in a file system, as long as they stay in
/// the tree.
///
/// Paths are those of [Tree]: from the root of the repository, without a leading `/`; the root is
/// empty. For one thread.
final class TreeView implements AutoCloseable {
  /// The maximum length of a Linux path in bytes, and so of the target of a link.
  private static final FileBytes TARGET = new FileBytes(4096, InputStream.nullInputStream());

  /// How many links Linux follows in one path.
  private static final int LINKS = 40;

  /// How many folders are cached.
  private static final int KEPT = 256;

  /// The result of resolving a path.
  sealed interface Resolution {
    /// A file, folder or submodule, and its path without links.
    record Found(String path, Entry entry) implements Resolution {}

    /// Nothing exists at the path.
    record Missing() implements Resolution {}

    /// A link on the way points outside of the repository.
    record Outside() implements Resolution {}

    /// Links form a loop.
    record Loop() implements Resolution {}
  }

  private final StoredObjects objects;
  private final Entry root;
  private final String place;
  private final EntryLimit budget;
  private final Map<ObjectId, Tree> kept = new HashMap<>();

  /// @param objects closed with this
  /// @param root the id of the tree
  /// @param place the absolute path of the work tree, for links with absolute targets
  /// @param budget limits how many entries are visited
  TreeView(StoredObjects objects, ObjectId root, String place, EntryLimit budget) {
    this.objects = objects;
    this.root = new Entry(Kind.FOLDER, root);
    this.place = place;
    this.budget = budget;
  }

  StoredObjects objects() {
    return objects;
  }

  /// The content of a folder. The caller counts each entry that it visits with [#spend].
  Tree folder(Entry folder) throws IOException, ComparisonException {
    Tree tree = kept.get(folder.id());
    if (tree == null) {
      tree = objects.tree(folder.id());
      budget.spend(tree.entries().size());
      if (kept.size() == KEPT) {
        kept.clear();
      }
      kept.put(folder.id(), tree);
    }
    return tree;
  }

  /// Counts one visited entry.
  void spend() throws ComparisonException {
    spend(1);
  }

  /// Counts visited entries.
  void spend(int entries) throws ComparisonException {
    budget.spend(entries);
  }

  /// The entry at the path, or null if there is none.
  @Nullable Entry at(String path) throws IOException, ComparisonException {
    return resolve(path) instanceof Resolution.Found(_, Entry entry) ? entry : null;
  }

  /// Resolves a path.
  Resolution resolve(String path) throws IOException, ComparisonException {
    List<String> names = new ArrayList<>();
    Deque<Entry> entries = new ArrayDeque<>(List.of(root));
    Deque<String> ahead = new ArrayDeque<>();
    if (!path.isEmpty()) {
      ahead.addAll(names(path));
    }
    int links = 0;
    while (!ahead.isEmpty()) {
      String name = ahead.removeFirst();
      Entry here = entries.getLast();
      spend();
      if (here.kind() != Kind.FOLDER) {
        return new Resolution.Missing();
      }
      if (name.isEmpty() || name.equals(".")) {
        continue;
      }
      if (name.equals("..")) {
        if (names.isEmpty()) {
          return new Resolution.Outside();
        }
        names.removeLast();
        entries.removeLast();
        continue;
      }
      Entry entry = folder(here).entries().get(name);
      if (entry == null) {
        return new Resolution.Missing();
      }
      if (entry.kind() != Kind.LINK) {
        names.add(name);
        entries.addLast(entry);
        continue;
      }
      String target = target(entry);
      if (target == null) {
        return new Resolution.Missing();
      }
      if (++links > LINKS) {
        return new Resolution.Loop();
      }
      if (target.startsWith("/")) {
        if (!(target + "/").startsWith(place + "/")) {
          return new Resolution.Outside();
        }
        target = target.substring(place.length());
        names.clear();
        entries.clear();
        entries.add(root);
      }
      names(target).reversed().forEach(ahead::addFirst);
    }
    return new Resolution.Found(String.join("/", names), entries.getLast());
  }

  private static List<String> names(String path) {
    return Arrays.asList(path.split("/", -1));
  }

  /// The target of a link, or null if it is too long for any file system.
  private @Nullable String target(Entry link) throws IOException {
    try {
      String target = new String(objects.bytes(link.id(), TARGET), StandardCharsets.ISO_8859_1);
      return target.isEmpty() || target.indexOf('\0') >= 0 ? null : target;
    } catch (FileBytes.TooLargeException e) {
      return null;
    }
  }

  @Override
  public void close() {
    objects.close();
  }
}
