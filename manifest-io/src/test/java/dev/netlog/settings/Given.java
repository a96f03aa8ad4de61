package dev.netlog.settings;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Files of settings in tests, as JSON; strings may stand in single quotes, names without any.
final class Given {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private Given() {}

  static Value value(String json) {
    return value(MAPPER.readTree(json));
  }

  static SettingsReading reading(String json) {
    return reading(value(json));
  }

  static SettingsReading reading(Value value) {
    return new SettingsReader(RuleCatalog.standard()).read(value);
  }

  static Settings settings(String json) {
    return settings(value(json));
  }

  static Settings settings(Value value) {
    return switch (reading(value)) {
      case SettingsReading.Usable(Settings settings) -> settings;
      case SettingsReading.Refused(List<SettingsProblem> problems) ->
          throw new AssertionError("refused: " + problems);
    };
  }

  /// What is wrong, each as `POINTER PART message`.
  static List<String> problems(String json) {
    return problems(value(json));
  }

  static List<String> problems(Value value) {
    return switch (reading(value)) {
      case SettingsReading.Usable _ -> List.of();
      case SettingsReading.Refused(List<SettingsProblem> problems) ->
          problems.stream().map(Given::line).toList();
    };
  }

  private static String line(SettingsProblem problem) {
    return problem.pointer() + " " + problem.part() + " " + problem.message();
  }

  static Value value(JsonNode node) {
    if (node.isObject()) {
      Map<String, Value> members = new LinkedHashMap<>();
      node.properties().forEach(entry -> members.put(entry.getKey(), value(entry.getValue())));
      return new Value.Mapping(members);
    }
    if (node.isArray()) {
      return new Value.Sequence(node.valueStream().map(Given::value).toList());
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
