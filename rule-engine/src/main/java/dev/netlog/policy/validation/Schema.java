package dev.netlog.policy.validation;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.policy.Fields;
import dev.netlog.policy.InputProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The checks of an API server before it stores an object: types, and the constraints of a
/// structural schema of a custom resource.
///
/// The API server drops fields that a schema does not name, so they are not checked. Nor are
/// members that are null. Source: [structural members that are null. Source: [structural
/// schemas](https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema).
public sealed interface Schema {
  /// An object.
  ///
  /// @param fields the allowed fields
  /// @param required the required fields
  /// @param oneOnly whether exactly one of the fields must be set
  record Struct(Map<String, Schema> fields, List<String> required, boolean oneOnly)
      implements Schema {
    public Struct {
      fields = new LinkedHashMap<>(fields);
      required = List.copyOf(required);
    }
  }

  /// An object with values under any keys.
  record MapOf(Schema value) implements Schema {}

  /// An array.
  ///
  /// @param least the minimum number of items
  /// @param most the maximum number of items
  /// @param distinct whether all items must differ
  record Items(Schema item, int least, int most, boolean distinct) implements Schema {}

  /// A string.
  ///
  /// @param isRight whether the API server accepts a string
  /// @param what a description of accepted strings, to follow "use"
  record Text(Predicate<String> isRight, String what) implements Schema {}

  /// An integer.
  record Whole(long least, long most) implements Schema {}

  /// A boolean.
  record Flag() implements Schema {}

  /// A value or null: outside of schemas, a null item of a list counts as an empty one.
  record OrNull(Schema value) implements Schema {}

  /// A value that is not checked.
  record Anything() implements Schema {}

  /// Any string.
  Schema TEXT = new Text(_ -> true, "a string");

  /// An object with these fields, some of them required.
  static Schema struct(Map<String, Schema> fields, String... required) {
    return new Struct(fields, List.of(required), false);
  }

  /// An object with exactly one of these fields.
  static Schema oneOf(Map<String, Schema> fields) {
    return new Struct(fields, List.of(), true);
  }

  /// An array of any length.
  static Schema list(Schema item) {
    return new Items(item, 0, Integer.MAX_VALUE, false);
  }

  /// An array with a minimum and maximum number of items.
  static Schema list(Schema item, int least, int most) {
    return new Items(item, least, most, false);
  }

  /// One of the allowed words.
  static Schema word(List<String> words) {
    String last = words.getLast();
    String others = String.join(", ", words.subList(0, words.size() - 1));
    return new Text(words::contains, others + " or " + last);
  }

  /// A label selector; checks only the types of its members.
  static Schema selector() {
    Schema expression =
        struct(fields("key", TEXT, "operator", TEXT, "values", list(TEXT)), "key", "operator");
    return struct(fields("matchLabels", new MapOf(TEXT), "matchExpressions", list(expression)));
  }

  /// Fields in order: names and schemas in turn.
  static Map<String, Schema> fields(Object... pairs) {
    Map<String, Schema> fields = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put((String) pairs[i], (Schema) pairs[i + 1]);
    }
    return fields;
  }

  /// The errors in the value at a pointer, in the order of the schema.
  static List<InputProblem> problems(Resource resource, JsonPointer at, Schema schema) {
    List<InputProblem> problems = new ArrayList<>();
    SchemaCheck check = new SchemaCheck(new Fields(resource, problems));
    check.member(resource.content().at(at), schema, at);
    return problems;
  }
}
