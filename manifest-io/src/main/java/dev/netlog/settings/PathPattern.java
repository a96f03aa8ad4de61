package dev.netlog.settings;

import java.util.List;

/// A pattern of paths below the folder of the settings file. `*` matches any characters within one
/// name, `**` matches any number of names.
///
/// @param names the parts of the pattern between slashes
public record PathPattern(List<String> names) {
  private static final String ANY = "**";

  public PathPattern {
    names = List.copyOf(names);
  }

  /// Reads a pattern, `/`-separated; ignores `.` and empty names.
  public static PathPattern of(String pattern) {
    return new PathPattern(
        List.of(pattern.split("/", -1)).stream()
            .filter(name -> !name.isEmpty() && !name.equals("."))
            .toList());
  }

  /// The pattern, without `.` and empty names.
  public String text() {
    return String.join("/", names);
  }

  /// Whether the pattern matches a file, or a folder that holds the file.
  ///
  /// @param path relative to the folder of the settings file, `/`-separated
  public boolean takesIn(String path) {
    List<String> steps = List.of(path.split("/", -1));
    for (int length = 1; length <= steps.size(); length++) {
      if (isMatch(steps.subList(0, length))) {
        return true;
      }
    }
    return names.isEmpty();
  }

  /// Dynamic programming, row by row as for an edit distance: an untrusted pattern must not take
  /// exponential time.
  private boolean isMatch(List<String> path) {
    boolean[] row = new boolean[path.size() + 1];
    row[0] = true;
    for (String name : names) {
      boolean[] next = new boolean[path.size() + 1];
      next[0] = row[0] && name.equals(ANY);
      for (int i = 1; i <= path.size(); i++) {
        next[i] =
            name.equals(ANY) ? next[i - 1] || row[i] : row[i - 1] && isName(name, path.get(i - 1));
      }
      row = next;
    }
    return row[path.size()];
  }

  private static boolean isName(String pattern, String text) {
    boolean[] row = new boolean[text.length() + 1];
    row[0] = true;
    for (int p = 0; p < pattern.length(); p++) {
      boolean any = pattern.charAt(p) == '*';
      boolean[] next = new boolean[text.length() + 1];
      next[0] = row[0] && any;
      for (int i = 1; i <= text.length(); i++) {
        next[i] =
            any ? next[i - 1] || row[i] : row[i - 1] && pattern.charAt(p) == text.charAt(i - 1);
      }
      row = next;
    }
    return row[text.length()];
  }
}
