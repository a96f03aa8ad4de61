package dev.netlog.io.files;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The options of a search for files.
///
/// @param resources reads which files a kustomization names
/// @param bytes reads kustomizations, up to a size
/// @param otherSide the folder that a named folder is compared with, absolute: a path is then left
///   out only if the ignore files of both folders name it; null without a comparison
public record FileSearch(ResourceNames resources, FileBytes bytes, @Nullable Path otherSide) {
  /// A search without a comparison.
  public static FileSearch of(ResourceNames resources, FileBytes bytes) {
    return new FileSearch(resources, bytes, null);
  }

  /// The same search, in a comparison with a folder.
  public FileSearch comparedWith(@Nullable Path folder) {
    return new FileSearch(resources, bytes, folder);
  }
}
