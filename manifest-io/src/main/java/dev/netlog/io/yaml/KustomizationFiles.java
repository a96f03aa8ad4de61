package dev.netlog.io.yaml;

import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The files that a kustomization names.
///
/// Source: the [reference of
/// kustomization](https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/).
///
/// @param resources entries of `resources`, `bases` and `components`, as written
/// @param patches files with patches, as written; may also hold inline patches
public record KustomizationFiles(List<String> resources, List<String> patches) {
  public KustomizationFiles {
    resources = List.copyOf(resources);
    patches = List.copyOf(patches);
  }

  /// Reads a kustomization; one that kubectl would refuse names no files.
  ///
  /// @param manifest with its text
  public static KustomizationFiles of(Manifest manifest) {
    List<String> resources = new ArrayList<>();
    List<String> patches = new ArrayList<>();
    for (Document document : manifest.documents()) {
      if (document.failure() == null && document.value() instanceof Value.Mapping members) {
        texts(members.get("resources"), resources);
        texts(members.get("bases"), resources);
        texts(members.get("components"), resources);
        texts(members.get("patchesStrategicMerge"), patches);
        paths(members.get("patches"), patches);
        paths(members.get("patchesJson6902"), patches);
      }
    }
    return new KustomizationFiles(resources, patches);
  }

  private static void texts(@Nullable Value list, List<String> found) {
    if (list instanceof Value.Sequence(List<Value> items)) {
      for (Value item : items) {
        if (item instanceof Value.Text(String text)) {
          found.add(text);
        }
      }
    }
  }

  private static void paths(@Nullable Value list, List<String> found) {
    if (list instanceof Value.Sequence(List<Value> items)) {
      for (Value item : items) {
        if (item instanceof Value.Mapping members
            && members.get("path") instanceof Value.Text(String path)) {
          found.add(path);
        }
      }
    }
  }
}
