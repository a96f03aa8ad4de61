package dev.netlog.fix;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Converts edits to an [RFC 6902](https://www.rfc-editor.org/rfc/rfc6902) patch.
///
/// The patch is minimal: missing parent objects are added only if needed, there are no test
/// operations, and an edit that changes nothing adds no operation.
public final class JsonPatch {
  private JsonPatch() {}

  /// The operations, as the JSON array of an admission response; empty if nothing changes.
  public static Value.Sequence of(Value original, List<Edit> edits) {
    List<Value> operations = new ArrayList<>();
    Value value = original;
    for (Edit edit : edits) {
      Value next = Patched.of(value, List.of(edit));
      if (!next.equals(value)) {
        operations.add(operation(value, edit));
      }
      value = next;
    }
    return new Value.Sequence(operations);
  }

  private static Value operation(Value before, Edit edit) {
    Map<String, Value> members = new LinkedHashMap<>();
    switch (edit) {
      case Edit.Remove(JsonPointer pointer) -> {
        members.put("op", new Value.Text("remove"));
        members.put("path", new Value.Text(pointer.toString()));
      }
      case Edit.Set(JsonPointer pointer, Value value) -> {
        JsonPointer target = pointer;
        Value wrapped = value;
        while (!target.isRoot() && isMissing(before.at(target.parent()))) {
          wrapped = new Value.Mapping(Map.of(target.last(), wrapped));
          target = target.parent();
        }
        members.put("op", new Value.Text(before.at(target) == null ? "add" : "replace"));
        members.put("path", new Value.Text(target.toString()));
        members.put("value", wrapped);
      }
    }
    return new Value.Mapping(members);
  }

  private static boolean isMissing(@Nullable Value value) {
    return value == null || value instanceof Value.Null;
  }
}
