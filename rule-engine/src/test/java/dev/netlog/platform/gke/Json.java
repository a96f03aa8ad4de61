package dev.netlog.platform.gke;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Origin;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON in tests; strings may stand in single quotes, and names without any.
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
          .build();

  private Json() {}

  /// The value of a JSON text.
  public static Value value(String json) {
    return value(MAPPER.readTree(json));
  }

  /// The object of a JSON text as a resource of its own file.
  public static Resource resource(String json) {
    return resource(value(json));
  }

  /// The object as a resource of its own file.
  public static Resource resource(Value value) {
    Origin origin = new Origin("test-" + value.hashCode() + ".yaml", 0, JsonPointer.ROOT);
    return Objects.requireNonNull(Resource.of(value, origin), "not an object of Kubernetes");
  }

  /// A file of the test resources.
  public static Value.Mapping file(String path) throws IOException {
    try (InputStream file = Json.class.getResourceAsStream(path)) {
      return (Value.Mapping) value(MAPPER.readTree(Objects.requireNonNull(file, path)));
    }
  }

  /// The value as a tree of the JSON library.
  public static JsonNode node(Value value) {
    return switch (value) {
      case Value.Null _ -> MAPPER.getNodeFactory().nullNode();
      case Value.Bool(boolean flag) -> MAPPER.getNodeFactory().booleanNode(flag);
      case Value.Numeral(String literal) -> MAPPER.readTree(literal);
      case Value.Text(String text) -> MAPPER.getNodeFactory().stringNode(text);
      case Value.Sequence(var items) -> {
        var array = MAPPER.createArrayNode();
        items.forEach(item -> array.add(node(item)));
        yield array;
      }
      case Value.Mapping(var members) -> {
        var object = MAPPER.createObjectNode();
        members.forEach((name, member) -> object.set(name, node(member)));
        yield object;
      }
    };
  }

  private static Value value(JsonNode node) {
    if (node.isObject()) {
      Map<String, Value> members = new LinkedHashMap<>();
      node.properties().forEach(entry -> members.put(entry.getKey(), value(entry.getValue())));
      return new Value.Mapping(members);
    }
    if (node.isArray()) {
      return new Value.Sequence(node.valueStream().map(Json::value).toList());
    }
    if (node.isBoolean()) {
      return new Value.Bool(node.booleanValue());
    }
    if (node.isNumber()) {
      return new Value.Numeral(node.asString());
    }
    return node.isNull() ? Value.Null.NULL : new Value.Text(node.stringValue());
  }
}
