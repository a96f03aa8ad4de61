package dev.netlog.webhook.admission;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Objects with something hostile in them.
final class HostileJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private HostileJson() {}

  /// The object with a text in the middle of each string, and of each key of annotations, but for
  /// what says which kind it is.
  static JsonNode with(String text, JsonNode object) {
    return with(text, object, "");
  }

  private static JsonNode with(String text, JsonNode node, String name) {
    if (node.isString() && !name.equals("apiVersion") && !name.equals("kind")) {
      return NODES.stringNode(within(node.stringValue(), text));
    }
    if (node instanceof ArrayNode items) {
      ArrayNode changed = NODES.arrayNode();
      items.forEach(each -> changed.add(with(text, each, "")));
      return changed;
    }
    if (node instanceof ObjectNode members) {
      ObjectNode changed = NODES.objectNode();
      members
          .properties()
          .forEach(
              each -> {
                String key = each.getKey();
                boolean free = name.equals("annotations") && !key.contains("logging");
                changed.set(free ? within(key, text) : key, with(text, each.getValue(), key));
              });
      return changed;
    }
    return node;
  }

  private static String within(String value, String text) {
    int middle = value.offsetByCodePoints(0, value.codePointCount(0, value.length()) / 2);
    return value.substring(0, middle) + text + value.substring(middle);
  }
}
