package dev.netlog.json;

/// Takes what a [JsonParser] reads, in the order of the text. Offsets are in UTF-16 code units.
public interface JsonHandler {
  /// An object or array begins.
  ///
  /// @param start of its bracket
  void open(JsonType type, int start);

  /// The key of the next value.
  ///
  /// @param start of the opening quote
  /// @param end behind the closing quote
  /// @param text decoded
  void key(int start, int end, String text);

  /// A value that is neither an object nor an array.
  ///
  /// @param end exclusive
  /// @param text the decoded characters of a string, empty for other types
  void scalar(JsonType type, int start, int end, String text);

  /// The innermost object or array ends.
  ///
  /// @param start of its opening bracket
  /// @param end behind its closing bracket
  void close(JsonType type, int start, int end);
}
