package dev.netlog.io.files;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Records what a search has visited and what it has left out.
///
/// @param <N> a place in a tree
public final class SearchNotes<N> {
  private final Set<N> seen = new HashSet<>();
  private final List<NotUnderstood> skipped = new ArrayList<>();
  private final List<String> newlyIgnored = new ArrayList<>();
  private final List<String> deadLinks = new ArrayList<>();
  private int ignored;

  /// Records a visit to a file or folder; false if it was visited before.
  public boolean see(N place) {
    return seen.add(place);
  }

  /// Records a place that could not be read.
  ///
  /// @param path its path in reports
  public void skip(String path, String message) {
    skipped.add(new NotUnderstood(path, 1, "unreadable", message));
  }

  void limit(String path, String message) {
    skipped.add(new NotUnderstood(path, 1, "limit", message));
  }

  /// Whether ignore files leave out a file or folder; counts it if so.
  ///
  /// @param shown its path in reports
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

  /// The places that could not be read.
  public List<NotUnderstood> skipped() {
    return List.copyOf(skipped);
  }

  /// Paths that only the ignore files of this side leave out; they are read nevertheless.
  public List<String> newlyIgnored() {
    return List.copyOf(newlyIgnored);
  }

  /// Broken links whose names are not those of manifests.
  public List<String> deadLinks() {
    return List.copyOf(deadLinks);
  }

  /// How many files and folders are left out by ignore files.
  public int ignored() {
    return ignored;
  }
}
