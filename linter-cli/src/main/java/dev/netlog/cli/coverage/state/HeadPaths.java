package dev.netlog.cli.coverage.state;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Maps a file of a base folder to the corresponding file of the head: the one with the same path
/// below the folder that the user named.
///
/// @param workingDirectory absolute
/// @param base the folder of the base, absolute
/// @param heads the paths that the user named for the head, absolute, without standard input
public record HeadPaths(Path workingDirectory, Path base, List<Path> heads) {
  public HeadPaths {
    heads = List.copyOf(heads);
  }

  public static HeadPaths of(Path workingDirectory, String base, List<String> heads) {
    List<Path> paths = new ArrayList<>();
    for (String head : heads) {
      try {
        paths.add(workingDirectory.resolve(head).normalize());
      } catch (InvalidPathException e) {
        // An invalid path is reported when it is read.
      }
    }
    return new HeadPaths(
        workingDirectory.normalize(), workingDirectory.resolve(base).normalize(), paths);
  }

  /// The folder of the head whose ignore files count, null if the user named none.
  @Nullable Path folder() {
    return heads.stream().filter(Files::isDirectory).findFirst().orElse(null);
  }

  /// The path at the head of a file of the base.
  ///
  /// @param path its path in reports
  /// @param there the paths of the head; of several folders the first one that has the file is used
  String atHead(String path, Set<String> there) {
    try {
      Path file = workingDirectory.resolve(path).normalize();
      if (!file.startsWith(base)) {
        return path;
      }
      Path below = base.relativize(file);
      String first = null;
      for (Path head : heads) {
        Path place = below.toString().isEmpty() ? head : head.resolve(below);
        String shown = shown(place);
        if (there.contains(shown)) {
          return shown;
        }
        first = first == null ? shown : first;
      }
      return first == null ? path : first;
    } catch (InvalidPathException e) {
      return path;
    }
  }

  private String shown(Path place) {
    String text = workingDirectory.relativize(place).toString();
    return place.getFileSystem().getSeparator().equals("/") ? text : text.replace('\\', '/');
  }
}
