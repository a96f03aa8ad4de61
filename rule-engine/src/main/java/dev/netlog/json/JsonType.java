package dev.netlog.json;

/// The types of JSON, under the words of messages.
public enum JsonType {
  NULL("null"),
  BOOLEAN("a boolean"),
  NUMBER("a number"),
  STRING("a string"),
  ARRAY("an array"),
  OBJECT("an object");

  private final String words;

  JsonType(String words) {
    this.words = words;
  }

  /// The type with its article: `a number`.
  public String words() {
    return words;
  }
}
