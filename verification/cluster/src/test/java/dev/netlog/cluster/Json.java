package dev.netlog.cluster;

import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/// JSON, as a tree.
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static JsonNode parse(String text) {
    return MAPPER.readTree(text);
  }

  static JsonNode file(Path path) {
    return MAPPER.readTree(path.toFile());
  }

  static ObjectNode object(String text) {
    return (ObjectNode) parse(text);
  }

  /// Any lists, maps and texts.
  static JsonNode of(Object value) {
    return MAPPER.valueToTree(value);
  }
}
