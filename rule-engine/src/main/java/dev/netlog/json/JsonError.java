package dev.netlog.json;

/// Where and why a text is no JSON for Go.
///
/// @param at the first offset that breaks the grammar; the length of the text where it ends early
/// @param start of the string, for a problem inside one; otherwise the same as `at`
public record JsonError(Problem problem, int at, int start) {
  /// What is wrong.
  public enum Problem {
    /// No value stands where one is expected.
    VALUE,
    /// Neither a value nor the end of the array comes first in an array.
    FIRST_ITEM,
    /// Neither a comma nor the end of the array follows an item.
    NEXT_ITEM,
    /// Neither a key nor the end of the object comes first in an object.
    FIRST_KEY,
    /// No key follows a comma.
    NEXT_KEY,
    /// No colon follows a key.
    COLON,
    /// Neither a comma nor the end of the object follows a member.
    NEXT_MEMBER,
    /// No digit stands where one is expected.
    DIGIT,
    /// Objects and arrays are nested deeper than [JsonParser#MAX_DEPTH].
    TOO_DEEP,
    /// A control character stands inside a string.
    CONTROL_CHARACTER,
    /// A backslash begins no escape.
    ESCAPE,
    /// The text ends inside a string.
    UNCLOSED_STRING
  }

  static JsonError of(Problem problem, int at) {
    return new JsonError(problem, at, at);
  }
}
