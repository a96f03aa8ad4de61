package dev.netlog.io.kustomize;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the fields that a patch touches. A field is the list of names on the way to it, without
/// list indexes.
final class PatchedFields {
  private static final List<List<String>> IDENTITY =
      List.of(
          List.of("apiVersion"),
          List.of("kind"),
          List.of("metadata", "name"),
          List.of("metadata", "namespace"));

  private PatchedFields() {}

  /// The fields of a JSON patch.
  static List<List<String>> ofOperations(Value.Sequence operations) {
    List<List<String>> fields = new ArrayList<>();
    for (Value operation : operations.items()) {
      String verb = operation.textAt(JsonPointer.of("op"));
      if ("test".equals(verb)) {
        continue;
      }
      List<String> path = pointer(operation.textAt(JsonPointer.of("path")));
      fields.add(path);
      if (operation.at(JsonPointer.of("from")) != null) {
        fields.add(pointer(operation.textAt(JsonPointer.of("from"))));
      }
    }
    return fields;
  }

  private static List<String> pointer(@Nullable String text) {
    if (text == null || !text.startsWith("/")) {
      return List.of();
    }
    return JsonPointer.parse(text).tokens().stream()
        .filter(token -> JsonPointer.index(token) < 0 && !token.equals("-"))
        .toList();
  }

  /// The fields of a strategic merge patch, without those that identify its target.
  static List<List<String>> ofMerge(Value.Mapping patch) {
    List<List<String>> fields = new ArrayList<>();
    walk(patch, List.of(), fields);
    fields.removeIf(IDENTITY::contains);
    return fields;
  }

  private static void walk(Value value, List<String> at, List<List<String>> fields) {
    switch (value) {
      case Value.Mapping(Map<String, Value> members) when !members.isEmpty() ->
          members.forEach(
              (name, member) -> {
                List<String> below = new ArrayList<>(at);
                below.add(name);
                walk(member, below, fields);
              });
      case Value.Sequence(List<Value> items) when !items.isEmpty() ->
          items.forEach(item -> walk(item, at, fields));
      case Value.Mapping _,
          Value.Sequence _,
          Value.Text _,
          Value.Null _,
          Value.Bool _,
          Value.Numeral _ ->
          fields.add(at);
    }
  }
}
