package dev.netlog.model;

import java.util.ArrayList;
import java.util.List;

/// A place in a value, as in [RFC 6901](https://www.rfc-editor.org/rfc/rfc6901).
///
/// @param tokens the reference tokens, unescaped; empty for the whole value
public record JsonPointer(List<String> tokens) {
  /// The whole value.
  public static final JsonPointer ROOT = new JsonPointer(List.of());

  public JsonPointer {
    tokens = List.copyOf(tokens);
  }

  /// The pointer through these tokens, unescaped.
  public static JsonPointer of(String... tokens) {
    return new JsonPointer(List.of(tokens));
  }

  /// Reads the string form.
  ///
  /// @throws IllegalArgumentException where a pointer neither is empty nor starts with `/`
  public static JsonPointer parse(String text) {
    if (text.isEmpty()) {
      return ROOT;
    }
    if (text.charAt(0) != '/') {
      throw new IllegalArgumentException("a JSON pointer starts with \"/\": " + text);
    }
    List<String> tokens = new ArrayList<>();
    for (String token : text.substring(1).split("/", -1)) {
      tokens.add(token.replace("~1", "/").replace("~0", "~"));
    }
    return new JsonPointer(tokens);
  }

  /// The pointer one member further down.
  public JsonPointer child(String token) {
    List<String> longer = new ArrayList<>(tokens);
    longer.add(token);
    return new JsonPointer(longer);
  }

  /// The pointer to an item of the array at this pointer.
  public JsonPointer child(int index) {
    return child(Integer.toString(index));
  }

  /// This pointer followed by another.
  public JsonPointer append(JsonPointer below) {
    List<String> longer = new ArrayList<>(tokens);
    longer.addAll(below.tokens);
    return new JsonPointer(longer);
  }

  /// The pointer without its last token; the root is its own parent.
  public JsonPointer parent() {
    return isRoot() ? this : new JsonPointer(tokens.subList(0, tokens.size() - 1));
  }

  /// The last token, or the empty string for the root.
  public String last() {
    return isRoot() ? "" : tokens.getLast();
  }

  /// Whether this points at the whole value.
  public boolean isRoot() {
    return tokens.isEmpty();
  }

  /// A token as an array index: a number without leading zeros; -1 if it is not one.
  public static int index(String token) {
    if (token.isEmpty() || token.length() > 9 || (token.length() > 1 && token.charAt(0) == '0')) {
      return -1;
    }
    for (int i = 0; i < token.length(); i++) {
      if (token.charAt(i) < '0' || token.charAt(i) > '9') {
        return -1;
      }
    }
    return Integer.parseInt(token);
  }

  /// The string form, with `~` and `/` escaped.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (String token : tokens) {
      text.append('/').append(token.replace("~", "~0").replace("/", "~1"));
    }
    return text.toString();
  }
}
