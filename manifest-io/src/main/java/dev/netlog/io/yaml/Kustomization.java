package dev.netlog.io.yaml;

import dev.netlog.io.yaml.syntax.Node;
import dev.netlog.io.yaml.syntax.RefusedDocumentException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A document that lists the files that kustomize builds from.
///
/// @param names the files and folders that it names, as written: relative to its own folder, or
///   URLs
record Kustomization(List<String> names) {
  private static final String GROUP = "kustomize.config.k8s.io";
  private static final Set<String> FILES =
      Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  /// The members that list what is built (`Kustomization` in [kustomize's
  /// types](https://github.com/kubernetes-sigs/kustomize/blob/master/api/types/kustomization.go)).
  private static final List<String> MEMBERS = List.of("resources", "bases", "components");

  Kustomization {
    names = List.copyOf(names);
  }

  /// The kustomization in a document, or null if the document is none.
  ///
  /// @param path of its file
  /// @param outlines the objects of the document
  static @Nullable Kustomization in(String path, Node root, List<Outline> outlines)
      throws RefusedDocumentException {
    if (!(root instanceof Node.Mapping mapping) || !isOne(path, outlines)) {
      return null;
    }
    List<String> names = new ArrayList<>();
    for (String member : MEMBERS) {
      if (Entries.value(mapping, member) instanceof Node.Sequence sequence) {
        for (Node item : sequence.items()) {
          if (Entries.target(item) instanceof Node.Scalar scalar && !scalar.value().isEmpty()) {
            names.add(scalar.value());
          }
        }
      }
    }
    return new Kustomization(names);
  }

  /// A file of that name is a kustomization even without kind and version.
  static boolean isOne(String path, List<Outline> outlines) {
    return outlines.isEmpty()
        ? FILES.contains(path.substring(path.lastIndexOf('/') + 1))
        : outlines.getFirst().groupKind().group().equals(GROUP);
  }
}
