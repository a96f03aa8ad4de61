package dev.netlog.policy;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.network.Selector;
import dev.netlog.rule.Quoted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the members of one object and reports errors for which the API server would refuse it.
public final class Fields {
  private final Resource resource;
  private final List<InputProblem> problems;

  /// @param problems receives the errors
  public Fields(Resource resource, List<InputProblem> problems) {
    this.resource = resource;
    this.problems = problems;
  }

  Resource resource() {
    return resource;
  }

  /// Reports an error.
  public void problem(JsonPointer at, String message) {
    problems.add(new InputProblem(resource, at, message));
  }

  /// The value, null if it is missing or JSON null.
  @Nullable Value at(JsonPointer pointer) {
    Value value = resource.content().at(pointer);
    return value instanceof Value.Null ? null : value;
  }

  /// The items of an array; none if it is missing.
  List<Value> items(JsonPointer pointer) {
    return switch (at(pointer)) {
      case null -> List.of();
      case Value.Sequence(List<Value> items) -> items;
      case Value other -> {
        wrongType(pointer, other, "a list");
        yield List.of();
      }
    };
  }

  /// Whether there is an object at the pointer.
  boolean isObject(JsonPointer pointer) {
    return switch (at(pointer)) {
      case null -> false;
      case Value.Mapping _ -> true;
      case Value other -> {
        wrongType(pointer, other, "an object");
        yield false;
      }
    };
  }

  /// A string, null if it is missing.
  @Nullable String text(JsonPointer pointer) {
    return switch (at(pointer)) {
      case null -> null;
      case Value.Text(String text) -> text;
      case Value other -> {
        wrongType(pointer, other, "a string");
        yield null;
      }
    };
  }

  /// A port number; null if it is missing or invalid.
  @Nullable Integer port(JsonPointer pointer) {
    Integer number = number(pointer);
    if (number != null && (number < 1 || number > 65535)) {
      problem(pointer, "port " + number + " does not exist; use a number from 1 to 65535");
      return null;
    }
    return number;
  }

  /// An integer; null if it is missing or invalid.
  @Nullable Integer number(JsonPointer pointer) {
    Value value = at(pointer);
    if (value instanceof Value.Numeral(String literal)) {
      Long number = WholeNumbers.of(literal);
      if (number == null || number != number.intValue()) {
        problem(
            pointer, "number " + Quoted.of(literal) + " is not an integer of 32 bits; write one");
        return null;
      }
      return number.intValue();
    }
    if (value != null) {
      wrongType(pointer, value, "an integer");
    }
    return null;
  }

  /// A label selector; one that selects nothing if it is invalid.
  Selector selector(JsonPointer pointer) {
    return switch (Selector.parse(resource.content().at(pointer), pointer)) {
      case Selector.Ok(Selector selector) -> selector;
      case Selector.Problem(JsonPointer at, String message) -> {
        problem(at, message);
        yield Selector.everything();
      }
    };
  }

  /// Reports a value of the wrong type.
  ///
  /// @param wanted the right type with its article: `a string`
  public void wrongType(JsonPointer pointer, Value value, String wanted) {
    boolean item = JsonPointer.index(pointer.last()) >= 0;
    boolean quotable =
        wanted.equals("a string")
            && (value instanceof Value.Bool || value instanceof Value.Numeral);
    problem(
        pointer,
        (item ? "item " + pointer.last() : Quoted.of(pointer.last()))
            + " is of type "
            + value.typeName()
            + ", but the API server accepts "
            + wanted
            + " there; "
            + (quotable ? "put it in quotes" : "write " + wanted));
  }
}
