package dev.netlog.io.kustomize;

import dev.netlog.model.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// From where a Flux or Argo CD object takes its files, and to where it brings them.
///
/// @param words its source and destination, without revisions, as written
/// @param source identifies its source: `GitRepository/flux-system/app`; empty for others
/// @param directories which files below a path are taken, by path
public record BuildOrigin(
    List<Value> words, String source, Map<String, DirectoryFilter> directories) {
  /// That of a kustomization.
  public static final BuildOrigin NONE = new BuildOrigin(List.of(), "", Map.of());

  public BuildOrigin {
    words = List.copyOf(words);
    directories = Collections.unmodifiableMap(new LinkedHashMap<>(directories));
  }
}
