package dev.netlog.io.files;

import java.util.List;

/// Reads which files a kustomization names under `resources`, `bases` and `components`.
@FunctionalInterface
public interface ResourceNames {
  /// Finds no names.
  ResourceNames NONE = _ -> List.of();

  /// The names as written: files, folders, URLs; empty if the file cannot be read.
  ///
  /// @param kustomization the bytes of a file that [ManifestNames#isKustomization(String)] accepts
  List<String> in(byte[] kustomization);
}
