package dev.netlog.settings;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import dev.netlog.rule.DidYouMean;
import dev.netlog.rule.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The message for a value that the schema refuses.
///
/// @param file the whole file
/// @param place the refused value
/// @param schema the part of the schema that refuses it
record SchemaSentences(Value file, JsonPointer place, JsonNode schema) {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9-]{1,60}");

  /// The message for an unknown key.
  String unknownKey(String key) {
    List<String> known = new ArrayList<>(schema.path("properties").propertyNames());
    return "key "
        + Quoted.of(key)
        + " is unknown"
        + (place.isRoot() ? "" : " in " + name(place))
        + meant(key, known)
        + words(known);
  }

  /// The message for a missing key.
  String missing(String key) {
    return name(place) + " has no " + key + "; add it";
  }

  /// The message for a value that is not an allowed word.
  String notAmong() {
    if (value() instanceof Value.Text(String text)) {
      return Quoted.of(text)
          + " is unknown for "
          + name(place)
          + meant(text, enumeration())
          + expected();
    }
    return wrongType();
  }

  /// The message for a value of the wrong type.
  String wrongType() {
    String start = name(place) + " " + described() + "; ";
    return switch (value()) {
      case null -> start + "use " + expected();
      case Value.Null _ -> start + "use " + expected() + ", or delete it";
      case Value.Bool _, Value.Numeral _ when isType("string") -> start + "put it in quotes";
      case Value.Text(String text) when isType("array") ->
          start + "use a list, as in [" + Quoted.of(text) + "]";
      case Value.Text _ when isType("number") || isType("integer") || isType("boolean") ->
          start + "use " + expected() + ", without quotes or signs";
      default -> start + "use " + expected();
    };
  }

  /// The message for a number that is too small or too large.
  String outOfRange() {
    return name(place) + " " + described() + "; use " + expected();
  }

  /// The message for an empty text or list.
  String empty() {
    return name(place) + " is empty; give it a value, or delete it";
  }

  /// The message for a text or list that is too long.
  String tooLong() {
    return isType("array")
        ? name(place) + " has more than " + schema.path("maxItems").asString() + " items; use fewer"
        : name(place)
            + " has more than "
            + schema.path("maxLength").asString()
            + " characters; use"
            + " fewer";
  }

  /// The message for a text of the wrong form.
  String otherForm() {
    return name(place) + " " + described() + "; use " + expected();
  }

  /// The message for any other refusal.
  String unforeseen(String keyword) {
    return name(place)
        + " "
        + described()
        + ", which the schema does not allow ("
        + keyword
        + "); see docs/configuration.md";
  }

  private @Nullable Value value() {
    return file.at(place);
  }

  private String described() {
    return switch (value()) {
      case null -> "is missing";
      case Value.Null _ -> "has no value";
      case Value.Bool(boolean flag) -> "is " + flag + " as YAML reads it";
      case Value.Numeral(String literal) when isType("string") ->
          "is the number " + literal + " as YAML reads it";
      case Value.Numeral(String literal) -> "is " + literal;
      case Value.Text(String text) -> "is the text " + Quoted.of(text);
      case Value.Sequence _ -> "is a list";
      case Value.Mapping _ -> "is a mapping";
    };
  }

  private String expected() {
    if (schema.has("enum")) {
      return words(enumeration());
    }
    return switch (schema.path("type").asString()) {
      case "object" -> mapping(List.copyOf(schema.path("properties").propertyNames()));
      case "array" -> "a list";
      case "boolean" -> "true or false";
      case "number" -> "a number" + range();
      case "integer" -> "a whole number" + range();
      default -> schema.has("examples") ? "the form of " + example() : "a text";
    };
  }

  private static String mapping(List<String> keys) {
    return keys.isEmpty() ? "a mapping" : "a mapping with " + words(keys);
  }

  private String range() {
    return " from "
        + schema.path("minimum").asString()
        + " to "
        + schema.path("maximum").asString();
  }

  private String example() {
    return schema.path("examples").path(0).asString();
  }

  /// The allowed words. Without `false`, which a rule allows because YAML reads `off` as false.
  private List<String> enumeration() {
    return schema
        .path("enum")
        .valueStream()
        .filter(JsonNode::isString)
        .map(JsonNode::asString)
        .toList();
  }

  private boolean isType(String type) {
    return schema.path("type").asString().equals(type);
  }

  private static String meant(String written, List<String> words) {
    String meant = DidYouMean.of(written, words);
    return "; " + (meant == null ? "" : "did you mean " + Quoted.of(meant) + "? ") + "use ";
  }

  /// `a`, `a or b`, `a, b or c`.
  private static String words(List<String> words) {
    if (words.size() < 2) {
      return String.join("", words);
    }
    return String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
  }

  /// The name of a member, as the user knows it.
  private static String name(JsonPointer place) {
    if (place.isRoot()) {
      return "the file";
    }
    String last = place.last();
    if (JsonPointer.index(last) >= 0) {
      return "an item of " + name(place.parent());
    }
    return PLAIN.matcher(last).matches() ? last : Quoted.of(last);
  }
}
