package dev.netlog.io.files;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a search notes down beside the files: what was seen, and what was left out.
///
/// @param <N> a place in a tree
public final class SearchNotes<N> {
  private final Set<N> seen = new HashSet<>();
  private final List<NotUnderstood> skipped = new ArrayList<>();
  private final List<String> newlyIgnored = new ArrayList<>();
  private final List<String> deadLinks = new ArrayList<>();
  private int ignored;

  /// Notes a file or folder; false where it was seen before.
  public boolean see(N place) {
    return seen.add(place);
  }

  /// Notes what could not be looked into.
  ///
  /// @param path as reports name it
  public void skip(String path, String message) {
    skipped.add(new NotUnderstood(path, 1, "unreadable", message));
  }

  void limit(String path, String message) {
    skipped.add(new NotUnderstood(path, 1, "limit", message));
  }

  /// Whether ignore files leave out a file or folder, which is counted then.
  ///
  /// @param shown as reports name it
  boolean isLeftOut(String shown, FolderIgnores<N, ?> rules, String path, boolean isFolder) {
    return switch (rules.of(path, isFolder)) {
      case READ -> false;
      case READ_ALL_THE_SAME -> {
        if (!rules.isInside()) {
          newlyIgnored.add(shown);
        }
        yield false;
      }
      case LEFT_OUT -> {
        ignore();
        yield true;
      }
    };
  }

  void ignore() {
    ignored++;
  }

  void deadLink(String path) {
    deadLinks.add(path);
  }

  /// What could not be looked into.
  public List<NotUnderstood> skipped() {
    return List.copyOf(skipped);
  }

  /// Paths that ignore files of this side alone leave out, and that are read all the same.
  public List<String> newlyIgnored() {
    return List.copyOf(newlyIgnored);
  }

  /// Links that lead to no folder and have no name of a manifest.
  public List<String> deadLinks() {
    return List.copyOf(deadLinks);
  }

  /// How many files and folders ignore files leave out.
  public int ignored() {
    return ignored;
  }
}
