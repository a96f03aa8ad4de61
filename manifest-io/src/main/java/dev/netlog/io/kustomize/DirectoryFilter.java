package dev.netlog.io.kustomize;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.PatternSyntaxException;

/// Which files below its path an Argo CD source of plain manifests takes.
///
/// Source: [Argo CD's directory
/// sources](https://argo-cd.readthedocs.io/en/stable/user-guide/directory/).
///
/// @param isRecursive whether it takes files in sub folders
/// @param include the pattern of files to take; empty for all
/// @param exclude the pattern of files to leave; empty for none
public record DirectoryFilter(boolean isRecursive, String include, String exclude) {
  /// Whether it takes a file.
  ///
  /// @param relative the file's path below the source's path
  boolean takes(String relative) {
    return (isRecursive || relative.indexOf('/') < 0)
        && (include.isEmpty() || matches(include, relative, false))
        && (exclude.isEmpty() || !matches(exclude, relative, true));
  }

  /// A star matches across folders.
  private static boolean matches(String pattern, String relative, boolean inDoubt) {
    try {
      String glob = "glob:" + pattern.replace("**", "*").replace("*", "**");
      return FileSystems.getDefault().getPathMatcher(glob).matches(Path.of(relative));
    } catch (PatternSyntaxException | InvalidPathException e) {
      return inDoubt;
    }
  }
}
