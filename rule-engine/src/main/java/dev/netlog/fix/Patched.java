package dev.netlog.fix;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Applies edits to a value: text edits and JSON patches must give the same result.
public final class Patched {
  private Patched() {}

  /// Applies the edits in order and leaves the original alone.
  ///
  /// @throws IllegalArgumentException where an edit goes through a scalar or past the end of an
  ///   array
  public static Value of(Value original, List<Edit> edits) {
    Value value = original;
    for (Edit edit : edits) {
      value = applied(value, edit, 0);
    }
    return value;
  }

  private static Value applied(Value here, Edit edit, int depth) {
    JsonPointer pointer = edit.pointer();
    if (depth == pointer.tokens().size()) {
      return switch (edit) {
        case Edit.Set(_, Value value) -> value;
        case Edit.Remove _ -> throw new IllegalArgumentException("the whole value cannot go away");
      };
    }
    String token = pointer.tokens().get(depth);
    boolean last = depth == pointer.tokens().size() - 1;
    return switch (here) {
      case Value.Mapping mapping -> inMapping(mapping, token, edit, last, depth);
      case Value.Sequence sequence -> inSequence(sequence, token, edit, last, depth);
      case Value.Null _, Value.Bool _, Value.Numeral _, Value.Text _ -> throw unreachable(pointer);
    };
  }

  private static Value inMapping(
      Value.Mapping mapping, String token, Edit edit, boolean last, int depth) {
    Map<String, Value> members = new LinkedHashMap<>(mapping.members());
    if (last && edit instanceof Edit.Remove) {
      members.remove(token);
      return new Value.Mapping(members);
    }
    Value child = members.get(token);
    if (edit instanceof Edit.Remove && child == null) {
      return mapping;
    }
    Value start = child == null || child instanceof Value.Null ? Value.Mapping.EMPTY : child;
    members.put(token, applied(start, edit, depth + 1));
    return new Value.Mapping(members);
  }

  private static Value inSequence(
      Value.Sequence sequence, String token, Edit edit, boolean last, int depth) {
    int index = JsonPointer.index(token);
    if (index < 0 || index >= sequence.items().size()) {
      throw unreachable(edit.pointer());
    }
    List<Value> items = new ArrayList<>(sequence.items());
    if (last && edit instanceof Edit.Remove) {
      items.remove(index);
    } else {
      items.set(index, applied(items.get(index), edit, depth + 1));
    }
    return new Value.Sequence(items);
  }

  private static IllegalArgumentException unreachable(JsonPointer pointer) {
    return new IllegalArgumentException("nothing can be set at " + pointer);
  }
}
