package dev.netlog.cli.coverage;

import java.util.List;

/// Lists some paths in a sentence, and counts the others.
final class PathList {
  private static final int TOLD = 5;

  private PathList() {}

  /// `a.yaml, b.yaml and 3 more`.
  static String of(List<String> paths) {
    List<String> sorted = paths.stream().distinct().sorted().toList();
    if (sorted.size() <= TOLD) {
      return String.join(", ", sorted);
    }
    return String.join(", ", sorted.subList(0, TOLD)) + " and " + (sorted.size() - TOLD) + " more";
  }
}
