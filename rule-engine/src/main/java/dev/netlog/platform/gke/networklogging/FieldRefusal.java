package dev.netlog.platform.gke.networklogging;

import dev.netlog.fix.Edit;
import dev.netlog.fix.Fix;
import dev.netlog.fix.Safety;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import dev.netlog.platform.gke.facts.GkeKinds;
import dev.netlog.rule.Quoted;
import org.jspecify.annotations.Nullable;

/// How a field that the API server refuses is explained and fixed.
public final class FieldRefusal {
  private static final JsonPointer NAME = JsonPointer.of("metadata", "name");

  private FieldRefusal() {}

  /// What is wrong, what the API server takes, what to write.
  public static String message(Problem problem) {
    return switch (problem) {
      case Problem.WrongName(_, String name) ->
          "name "
              + Quoted.of(name)
              + " is refused by the API server: the one NetworkLogging of a cluster is called"
              + " \"default\"; write name: default";
      case Problem.NoName _ ->
          "a NetworkLogging without a name is refused by the API server; write name: default";
      case Problem.WrongType(JsonPointer pointer, Value found, String expected) ->
          path(pointer)
              + " is "
              + shown(found)
              + ", which the API server refuses: it takes "
              + withArticle(expected)
              + "; "
              + nextStep(pointer, found, expected);
      case Problem.UnknownField _, Problem.DelegateWithoutLog _ -> throw notRefused(problem);
    };
  }

  /// What fixes it, or null where that is not known or would do new harm.
  static @Nullable Fix fix(Problem problem, NetworkLogging logging) {
    return switch (problem) {
      case Problem.WrongType(JsonPointer pointer, Value found, String expected) -> {
        SwitchText meant = expected.equals("boolean") ? meaning(found) : null;
        yield meant == null ? null : unquoted(pointer, meant, logging);
      }
      case Problem.WrongName _, Problem.NoName _ ->
          Repair.of(
              logging,
              "name it default",
              Safety.UNSAFE,
              new Edit.Set(NAME, new Value.Text(GkeKinds.NETWORK_LOGGING_NAME)));
      case Problem.UnknownField _, Problem.DelegateWithoutLog _ -> throw notRefused(problem);
    };
  }

  private static @Nullable Fix unquoted(
      JsonPointer pointer, SwitchText meant, NetworkLogging logging) {
    Value flag = new Value.Bool(meant.text().equals("true"));
    String title = "write the boolean " + meant.text();
    return Repair.of(logging, title, meant.safety(), new Edit.Set(pointer, flag));
  }

  private static @Nullable SwitchText meaning(Value found) {
    return switch (found) {
      case Value.Text(String text) -> SwitchText.of(text);
      case Value.Numeral(String literal) -> {
        SwitchText number = SwitchText.of(literal);
        yield number == null ? null : new SwitchText(number.text(), Safety.UNSAFE);
      }
      case Value.Null _, Value.Bool _, Value.Sequence _, Value.Mapping _ -> null;
    };
  }

  private static String nextStep(JsonPointer pointer, Value found, String expected) {
    if (pointer.equals(NAME)) {
      return "write name: default";
    }
    if (expected.equals("string")) {
      return "put it in quotes";
    }
    if (expected.equals("object")) {
      return "write its fields below it, each with a name of its own";
    }
    SwitchText meant = meaning(found);
    boolean text = found instanceof Value.Text;
    return meant == null
        ? "write true or false"
        : "write " + meant.text() + (text ? " without quotes" : "");
  }

  private static String shown(Value found) {
    return switch (found) {
      case Value.Text(String text) -> "the string " + Quoted.of(text);
      case Value.Numeral(String literal) -> "the number " + literal;
      case Value.Bool(boolean flag) -> "the boolean " + flag;
      case Value.Null _, Value.Sequence _, Value.Mapping _ -> withArticle(found.typeName());
    };
  }

  private static String withArticle(String type) {
    return ("aeiou".indexOf(type.charAt(0)) < 0 ? "a " : "an ") + type;
  }

  private static String path(JsonPointer pointer) {
    return Quoted.of(String.join(".", pointer.tokens()));
  }

  private static IllegalArgumentException notRefused(Problem problem) {
    return new IllegalArgumentException("not refused: " + problem);
  }
}
