package dev.netlog.io.files;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Maps a path that the user named, and the paths below it, to names in reports: relative to the
/// working directory, with `/`.
///
/// Works on text, since a tree can contain names that no file system has.
///
/// @param prefix the prefix of paths below the named path, including its `/`
/// @param steps the names that lead from the named path down to the working directory, if that is
///   below
/// @param itself the name of the path itself
public record ShownPath(String prefix, List<String> steps, String itself) {
  public ShownPath {
    steps = List.copyOf(steps);
  }

  /// Creates the mapping for a path.
  ///
  /// @param workingDirectory absolute and normal
  /// @param path absolute and normal
  public static ShownPath of(Path workingDirectory, Path path) {
    boolean related = path.getRoot() != null && path.getRoot().equals(workingDirectory.getRoot());
    Path relative = related ? workingDirectory.relativize(path) : path;
    String itself = text(relative);
    if (related && workingDirectory.startsWith(path)) {
      List<String> steps = new ArrayList<>();
      if (!workingDirectory.equals(path)) {
        path.relativize(workingDirectory).forEach(step -> steps.add(step.toString()));
      }
      return new ShownPath("", steps, itself);
    }
    return new ShownPath(itself.endsWith("/") ? itself : itself + "/", List.of(), itself);
  }

  /// The name in reports of a path below the named one.
  ///
  /// @param below names with `/` between them; empty for the path itself
  public String below(String below) {
    if (below.isEmpty()) {
      return itself;
    }
    String rest = below;
    int met = 0;
    while (met < steps.size() && rest.startsWith(steps.get(met) + "/")) {
      rest = rest.substring(steps.get(met).length() + 1);
      met++;
    }
    return prefix + "../".repeat(steps.size() - met) + rest;
  }

  /// The path without `.` and `..`; null if it leads above its start.
  public static @Nullable String normal(String path) {
    Deque<String> names = new ArrayDeque<>();
    for (String name : path.split("/", -1)) {
      if (name.equals("..")) {
        if (names.pollLast() == null) {
          return null;
        }
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.addLast(name);
      }
    }
    return String.join("/", names);
  }

  private static String text(Path path) {
    String text = path.toString();
    return path.getFileSystem().getSeparator().equals("/") ? text : text.replace('\\', '/');
  }
}
