package dev.netlog.io.files;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How files are looked for.
///
/// @param resources tells which files a kustomization names
/// @param bytes reads kustomizations, up to a size
/// @param otherSide the folder that a named folder is compared with, absolute: a path is then left
///   out only if the ignore files of both folders say so; null where nothing is compared
public record FileSearch(ResourceNames resources, FileBytes bytes, @Nullable Path otherSide) {
  /// A search without a comparison.
  public static FileSearch of(ResourceNames resources, FileBytes bytes) {
    return new FileSearch(resources, bytes, null);
  }

  /// The same, compared with a folder.
  public FileSearch comparedWith(@Nullable Path folder) {
    return new FileSearch(resources, bytes, folder);
  }
}
