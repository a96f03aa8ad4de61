package dev.netlog.settings;

import dev.netlog.model.Value;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Converts values to the nodes of the schema library. Numbers stay exact.
final class SchemaNodes {
  private static final JsonNodeFactory FACTORY = JsonNodeFactory.instance;

  private SchemaNodes() {}

  static JsonNode of(Value value) {
    return switch (value) {
      case Value.Null _ -> FACTORY.nullNode();
      case Value.Bool(boolean flag) -> FACTORY.booleanNode(flag);
      case Value.Numeral(String literal) -> number(new BigDecimal(literal).stripTrailingZeros());
      case Value.Text(String text) -> FACTORY.stringNode(text);
      case Value.Sequence(var items) -> {
        ArrayNode array = FACTORY.arrayNode();
        items.forEach(item -> array.add(of(item)));
        yield array;
      }
      case Value.Mapping(var members) -> {
        ObjectNode object = FACTORY.objectNode();
        members.forEach((name, member) -> object.set(name, of(member)));
        yield object;
      }
    };
  }

  /// JSON Schema accepts 5.0 as an integer.
  private static JsonNode number(BigDecimal number) {
    return number.scale() <= 0
        ? FACTORY.numberNode(number.toBigIntegerExact())
        : FACTORY.numberNode(number);
  }
}
