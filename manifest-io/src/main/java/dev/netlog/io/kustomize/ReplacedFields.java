package dev.netlog.io.kustomize;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.List;

/// Finds the fields that a target of a replacement sets. A field is the list of names on the way to
/// it, without list indexes.
///
/// Source: [kustomize's path
/// splitter](https://github.com/kubernetes-sigs/kustomize/blob/kustomize/v5.7.1/kyaml/utils/pathsplitter.go).
final class ReplacedFields {
  /// A field of which nothing is known, which may be any.
  private static final List<String> ANY = List.of("$any");

  private ReplacedFields() {}

  /// The fields of one target. Without field paths, kustomize sets the name.
  static List<List<String>> of(Value target) {
    Value paths = target.at(JsonPointer.of("fieldPaths"));
    if (paths == null) {
      return List.of(List.of("metadata", "name"));
    }
    List<List<String>> fields = new ArrayList<>();
    for (Value path : target.itemsAt(JsonPointer.of("fieldPaths"))) {
      fields.add(path instanceof Value.Text(String text) ? field(text) : ANY);
    }
    return fields.isEmpty() ? List.of(ANY) : fields;
  }

  /// The names of a path such as `metadata.annotations.a\.b/c` or `metadata.annotations.[a.b/c]`.
  private static List<String> field(String path) {
    List<String> names = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean inBrackets = false;
    for (int i = 0; i <= path.length(); i++) {
      char c = i == path.length() ? '.' : path.charAt(i);
      boolean isEnd = i == path.length() || (c == '.' && !inBrackets);
      if (isEnd) {
        names.add(part.toString());
        part.setLength(0);
      } else if (c == '\\' && i + 1 < path.length() && path.charAt(i + 1) == '.') {
        part.append('.');
        i++;
      } else {
        inBrackets = c == '[' ? part.isEmpty() : inBrackets && c != ']';
        part.append(c);
      }
    }
    return inBrackets || path.endsWith("\\") ? ANY : withoutIndexes(names);
  }

  private static List<String> withoutIndexes(List<String> parts) {
    List<String> names = new ArrayList<>();
    for (String part : parts) {
      boolean isBracketed = part.startsWith("[") && part.endsWith("]");
      String name = isBracketed ? part.substring(1, part.length() - 1) : part;
      if (name.equals("*")
          && !names.isEmpty()
          && (names.getLast().equals("annotations") || names.getLast().equals("labels"))) {
        return names;
      }
      boolean isItem = JsonPointer.index(name) >= 0 || (isBracketed && name.contains("="));
      if (!isItem) {
        names.add(name);
      }
    }
    return names;
  }
}
