package dev.netlog.policy.validation;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import dev.netlog.policy.Fields;
import dev.netlog.policy.WholeNumbers;
import dev.netlog.rule.Quoted;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks the values of one object against a [Schema].
final class SchemaCheck {
  /// The place of the kind in every object.
  private static final JsonPointer KIND = JsonPointer.of("kind");

  private final Fields fields;

  SchemaCheck(Fields fields) {
    this.fields = fields;
  }

  /// Checks a member of an object: null counts as missing.
  void member(@Nullable Value value, Schema schema, JsonPointer at) {
    if (value != null && !(value instanceof Value.Null)) {
      value(value, schema, at);
    }
  }

  private void value(Value value, Schema schema, JsonPointer at) {
    switch (schema) {
      case Schema.Struct struct when value instanceof Value.Mapping mapping ->
          struct(mapping, struct, at);
      case Schema.MapOf(Schema each) when value instanceof Value.Mapping(var members) ->
          members.forEach((name, member) -> member(member, each, at.child(name)));
      case Schema.Items items when value instanceof Value.Sequence(var list) ->
          items(list, items, at);
      case Schema.Text(var isRight, String what) when value instanceof Value.Text(String text) -> {
        if (!isRight.test(text)) {
          fields.problem(
              at, at.last() + " " + Quoted.of(text) + " is refused by the API server; use " + what);
        }
      }
      case Schema.Whole whole when value instanceof Value.Numeral(String literal) ->
          whole(literal, whole, at);
      case Schema.Flag _ when value instanceof Value.Bool -> {}
      case Schema.OrNull(Schema inner) -> member(value, inner, at);
      case Schema.Anything _ -> {}
      case Schema.Struct _, Schema.MapOf _ -> fields.wrongType(at, value, "an object");
      case Schema.Items _ -> fields.wrongType(at, value, "a list");
      case Schema.Text _ -> fields.wrongType(at, value, "a string");
      case Schema.Whole _ -> fields.wrongType(at, value, "an integer");
      case Schema.Flag _ -> fields.wrongType(at, value, "true or false");
    }
  }

  private void struct(Value.Mapping mapping, Schema.Struct struct, JsonPointer at) {
    if (struct.oneOnly()) {
      one(mapping, struct, at);
    }
    for (String name : struct.required()) {
      if (!isThere(mapping, name)) {
        fields.problem(
            mapping.get(name) == null ? (at.isRoot() ? KIND : at) : at.child(name),
            Quoted.of(name) + " is missing, but the API server requires it; add it");
      }
    }
    struct.fields().forEach((name, each) -> member(mapping.get(name), each, at.child(name)));
  }

  private void one(Value.Mapping mapping, Schema.Struct struct, JsonPointer at) {
    List<String> there =
        struct.fields().keySet().stream().filter(name -> isThere(mapping, name)).toList();
    String choice = String.join(", ", struct.fields().keySet());
    if (there.isEmpty()) {
      fields.problem(at, "none of " + choice + " is set here; write exactly one of them");
    } else if (there.size() > 1) {
      fields.problem(
          at,
          String.join(" and ", there)
              + " are set together, but the API server accepts exactly one of "
              + choice
              + "; keep one of them");
    }
  }

  private static boolean isThere(Value.Mapping mapping, String name) {
    Value value = mapping.get(name);
    return value != null && !(value instanceof Value.Null);
  }

  private void items(List<Value> list, Schema.Items items, JsonPointer at) {
    if (list.size() < items.least()) {
      fields.problem(
          at,
          Quoted.of(at.last())
              + " is empty, but the API server requires at least one item; add one");
    }
    if (list.size() > items.most()) {
      fields.problem(
          at,
          Quoted.of(at.last())
              + " has "
              + list.size()
              + " items, but the API server accepts at most "
              + items.most()
              + "; split them into several");
    }
    Set<Value> seen = new HashSet<>();
    for (int i = 0; i < list.size(); i++) {
      value(list.get(i), items.item(), at.child(i));
      if (items.distinct() && !seen.add(list.get(i))) {
        fields.problem(at.child(i), "this item occurs twice; remove one");
      }
    }
  }

  private void whole(String literal, Schema.Whole whole, JsonPointer at) {
    Long number = WholeNumbers.of(literal);
    if (number == null || number < whole.least() || number > whole.most()) {
      fields.problem(
          at,
          at.last()
              + " "
              + literal
              + " is refused by the API server; use an integer from "
              + whole.least()
              + " to "
              + whole.most());
    }
  }
}
