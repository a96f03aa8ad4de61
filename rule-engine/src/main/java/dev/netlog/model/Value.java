package dev.netlog.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One value of a Kubernetes object, as the API server would receive it: the JSON data model.
///
/// YAML manifests and admission reviews both become this tree, so that a rule cannot tell them
/// apart. Values are immutable and compare by content; the order of members is kept but ignored in
/// comparisons. Safe for use by several threads.
public sealed interface Value {

  /// The JSON `null`.
  record Null() implements Value {
    /// The shared instance.
    public static final Null NULL = new Null();
  }

  /// `true` or `false`.
  record Bool(boolean value) implements Value {}

  /// A JSON number.
  ///
  /// @param literal the number as a JSON token, such as `-1`, `0.5` or `1e+21`; big integers stay
  ///   exact
  record Numeral(String literal) implements Value {}

  /// A string.
  ///
  /// @param value any characters, even those that no Kubernetes field allows
  record Text(String value) implements Value {}

  /// An array.
  record Sequence(List<Value> items) implements Value {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /// An object; of duplicate members only the effective one is kept.
  record Mapping(Map<String, Value> members) implements Value {
    /// The empty object.
    public static final Mapping EMPTY = new Mapping(Map.of());

    public Mapping {
      members = immutable(members);
    }

    private static Map<String, Value> immutable(Map<String, Value> members) {
      if (members instanceof FewMembers || members instanceof ManyMembers) {
        return members;
      }
      return members.size() <= FewMembers.MOST
          ? FewMembers.copyOf(members)
          : new ManyMembers(new LinkedHashMap<>(members));
    }

    /// The member with this name, or null if there is none.
    public @Nullable Value get(String name) {
      return members.get(name);
    }
  }

  /// The value at a pointer relative to this value, or null if there is none.
  default @Nullable Value at(JsonPointer pointer) {
    Value here = this;
    for (String token : pointer.tokens()) {
      Value next =
          switch (here) {
            case Mapping mapping -> mapping.get(token);
            case Sequence sequence -> item(sequence, token);
            case Null _, Bool _, Numeral _, Text _ -> null;
          };
      if (next == null) {
        return null;
      }
      here = next;
    }
    return here;
  }

  /// The string at a pointer relative to this value, or null if there is none or it is not a
  /// string.
  default @Nullable String textAt(JsonPointer pointer) {
    return at(pointer) instanceof Text(String text) ? text : null;
  }

  /// The object at a pointer relative to this value, or the empty object if there is none or it is
  /// not an object.
  default Mapping mappingAt(JsonPointer pointer) {
    return at(pointer) instanceof Mapping mapping ? mapping : Mapping.EMPTY;
  }

  /// The array at a pointer relative to this value, or the empty list if there is none or it is not
  /// an array.
  default List<Value> itemsAt(JsonPointer pointer) {
    return at(pointer) instanceof Sequence(List<Value> items) ? items : List.of();
  }

  /// The JSON type as in error messages of the API server: `string`, `boolean`, `object`, ...
  default String typeName() {
    return switch (this) {
      case Null _ -> "null";
      case Bool _ -> "boolean";
      case Numeral(String literal) ->
          literal.chars().allMatch(c -> c == '-' || Character.isDigit(c)) ? "integer" : "number";
      case Text _ -> "string";
      case Sequence _ -> "array";
      case Mapping _ -> "object";
    };
  }

  private static @Nullable Value item(Sequence sequence, String token) {
    int index = JsonPointer.index(token);
    return index >= 0 && index < sequence.items().size() ? sequence.items().get(index) : null;
  }
}
