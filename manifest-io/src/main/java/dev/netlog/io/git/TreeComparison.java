package dev.netlog.io.git;

import dev.netlog.io.git.Tree.Entry;
import dev.netlog.io.git.Tree.Kind;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/// Compares two trees. Skips folders that are the same in both.
final class TreeComparison {
  private final TreeView base;
  private final TreeView head;
  private final UnaryOperator<String> shown;
  private final List<Candidate> files = new ArrayList<>();
  private final List<String> submodules = new ArrayList<>();

  /// A folder to be compared.
  ///
  /// @param old the folder at the same path in the base, null if there is none
  private record Pair(String path, Entry folder, @Nullable Entry old) {}

  /// Two folders, independent of their path.
  private record Ids(ObjectId folder, @Nullable ObjectId old) {}

  private record Candidate(String path, ObjectId blob, @Nullable ObjectId old) {}

  private TreeComparison(TreeView base, TreeView head, UnaryOperator<String> shown) {
    this.base = base;
    this.head = head;
    this.shown = shown;
  }

  /// What is in HEAD and not in the base. If a folder occurs several times, the first one counts.
  ///
  /// @param shown maps a path relative to the root of the repository to its name in reports
  static TreeDifference of(TreeView base, TreeView head, UnaryOperator<String> shown)
      throws IOException, ComparisonException {
    TreeComparison comparison = new TreeComparison(base, head, shown);
    comparison.compare();
    return comparison.difference();
  }

  private void compare() throws IOException, ComparisonException {
    Deque<Pair> open = new ArrayDeque<>();
    Set<Ids> seen = new HashSet<>();
    open.push(new Pair("", root(head), root(base)));
    while (!open.isEmpty()) {
      Pair pair = open.pop();
      ObjectId old = pair.old() == null ? null : pair.old().id();
      if (!seen.add(new Ids(pair.folder().id(), old))) {
        continue;
      }
      Map<String, Entry> before = pair.old() == null ? Map.of() : base.folder(pair.old()).entries();
      for (Map.Entry<String, Entry> each : head.folder(pair.folder()).entries().entrySet()) {
        head.spend();
        Entry there = before.get(each.getKey());
        if (!each.getValue().equals(there)) {
          String path = pair.path().isEmpty() ? each.getKey() : pair.path() + "/" + each.getKey();
          changed(path, each.getValue(), there, open);
        }
      }
    }
  }

  private static Entry root(TreeView tree) throws IOException, ComparisonException {
    Entry root = tree.at("");
    if (root == null) {
      throw new IOException("the tree has no root");
    }
    return root;
  }

  private void changed(String path, Entry entry, @Nullable Entry old, Deque<Pair> open) {
    boolean isSameKind = old != null && old.kind() == entry.kind();
    switch (entry.kind()) {
      case FILE ->
          files.add(new Candidate(path, entry.id(), old != null && isSameKind ? old.id() : null));
      case FOLDER -> open.push(new Pair(path, entry, isSameKind ? old : null));
      case SUBMODULE -> {
        if (!isSameKind) {
          submodules.add(shown.apply(path));
        }
      }
      case LINK -> {}
    }
  }

  private TreeDifference difference() throws IOException, ComparisonException {
    Set<ObjectId> wanted = new HashSet<>();
    files.forEach(file -> wanted.add(file.blob()));
    Set<ObjectId> there = wanted.isEmpty() ? Set.of() : inBase(wanted);
    List<ChangedFile> changed = new ArrayList<>();
    for (Candidate file : files) {
      changed.add(
          new ChangedFile(
              shown.apply(file.path()),
              file.blob().name(),
              file.old() == null ? null : file.old().name(),
              there.contains(file.blob())));
    }
    changed.sort((a, b) -> a.path().compareTo(b.path()));
    return new TreeDifference(changed, submodules);
  }

  /// The contents that the base has anywhere.
  private Set<ObjectId> inBase(Set<ObjectId> wanted) throws IOException, ComparisonException {
    Set<ObjectId> found = new HashSet<>();
    Set<ObjectId> seen = new HashSet<>();
    Deque<Entry> open = new ArrayDeque<>(List.of(root(base)));
    while (!open.isEmpty()) {
      for (Entry entry : base.folder(open.pop()).entries().values()) {
        if (entry.kind() == Kind.FOLDER) {
          if (seen.add(entry.id())) {
            open.push(entry);
          }
        } else if (wanted.contains(entry.id())) {
          found.add(entry.id());
        }
      }
    }
    return found;
  }
}
