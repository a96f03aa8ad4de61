package dev.netlog.io.yaml;

import dev.netlog.io.yaml.syntax.Node;
import dev.netlog.io.yaml.syntax.RefusedDocumentException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds entries that overwrite each other in a mapping with merges.
final class Overwrites {
  private Overwrites() {}

  private record Origin(Node.Scalar key, boolean merge) {}

  /// Adds overwrites that surprise a reader of YAML: a duplicate key, and a merge that overrides a
  /// key before it. A key that overrides an earlier merge is normal use.
  static void withMerges(
      Node.Mapping mapping, @Nullable String[] names, List<DocumentCheck.Overwrite> found)
      throws RefusedDocumentException {
    Map<String, Origin> seen = new HashMap<>();
    for (int i = 0; i < names.length; i++) {
      Node.Scalar key = (Node.Scalar) Entries.target(mapping.keys().get(i));
      String name = names[i];
      boolean merge = name == null;
      Set<String> set = merge ? mergedNames(key, mapping.values().get(i)) : Set.of(name);
      for (String each : set) {
        Origin before = seen.put(each, new Origin(key, merge));
        if (before != null && (merge || !before.merge())) {
          found.add(new DocumentCheck.Overwrite(each, before.key(), key, merge || before.merge()));
        }
      }
    }
  }

  private static Set<String> mergedNames(Node.Scalar key, Node value)
      throws RefusedDocumentException {
    Set<String> names = new LinkedHashSet<>();
    for (Node.Mapping merged : Entries.mergedMappings(key, value)) {
      for (int i = 0; i < merged.keys().size(); i++) {
        if (merged.keys().get(i) instanceof Node.Scalar scalar && Scalars.isMerge(scalar)) {
          names.addAll(mergedNames(scalar, merged.values().get(i)));
        } else if (Entries.target(merged.keys().get(i)) instanceof Node.Scalar scalar) {
          names.add(Scalars.key(scalar));
        }
      }
    }
    return names;
  }
}
