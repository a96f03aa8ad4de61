package dev.netlog.settings;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.platform.AssumptionKey;
import dev.netlog.platform.InjectionSettings;
import dev.netlog.platform.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Adds what platforms contribute to the schema of the settings file: their ids, their assumptions,
/// and the annotations that the webhook injects for them.
final class PlatformSchema {
  private static final JsonNodeFactory FACTORY = JsonNodeFactory.instance;

  private PlatformSchema() {}

  /// Puts the parts of a catalogue into the schema.
  static void fill(ObjectNode schema, RuleCatalog catalog) {
    object(schema, "/$defs/platform").set("enum", texts(platforms(catalog.platformIds())));
    ObjectNode inject = object(schema, "/properties/inject/properties");
    List<String> others = List.of("namespaceSelector");
    keep(
        inject,
        others,
        () -> catalog.platforms().forEach(each -> inject.set(each.id(), injection(each))));
    ObjectNode assume = object(schema, "/$defs/target/properties/assume/properties");
    keep(
        assume,
        List.of("input"),
        () -> catalog.assumptions().forEach(each -> assume.set(each.name(), assumption(each))));
  }

  /// Removes all members but some, runs the action, and puts the kept members after those it adds.
  private static void keep(ObjectNode object, List<String> names, Runnable action) {
    List<JsonNode> kept =
        names.stream().map(name -> Objects.requireNonNull(object.get(name), name)).toList();
    object.removeAll();
    action.run();
    for (int i = 0; i < names.size(); i++) {
      object.set(names.get(i), kept.get(i));
    }
  }

  /// All allowed values of `platform`: every subset of the platforms, in every order.
  private static List<String> platforms(List<String> ids) {
    List<String> all = new ArrayList<>();
    List<List<String>> last = List.of(List.of());
    for (int length = 1; length <= ids.size(); length++) {
      List<List<String>> next = new ArrayList<>();
      for (List<String> chosen : last) {
        for (String id : ids) {
          if (!chosen.contains(id)) {
            List<String> more = new ArrayList<>(chosen);
            more.add(id);
            next.add(more);
          }
        }
      }
      next.forEach(chosen -> all.add(String.join(",", chosen)));
      last = next;
    }
    return all;
  }

  private static ObjectNode injection(Platform platform) {
    InjectionSettings settings = platform.injection();
    ObjectNode members = FACTORY.objectNode();
    for (InjectionSettings.Member member : settings.members()) {
      ObjectNode rules = FACTORY.objectNode();
      if (!member.description().isEmpty()) {
        rules.put("description", member.description());
      }
      if (member.values().isEmpty()) {
        rules.put("type", "boolean");
      } else {
        rules.set("enum", texts(member.values()));
      }
      members.set(member.name(), rules);
    }
    ObjectNode object = FACTORY.objectNode();
    object.put("description", settings.description());
    object.put("type", "object");
    object.put("additionalProperties", false);
    object.set("properties", members);
    return object;
  }

  private static ObjectNode assumption(AssumptionKey key) {
    ObjectNode rules = FACTORY.objectNode();
    rules.put("title", key.title());
    rules.put("description", key.description());
    rules.set("enum", texts(key.values()));
    rules.put("default", key.values().getFirst());
    return rules;
  }

  private static ArrayNode texts(List<String> texts) {
    ArrayNode array = FACTORY.arrayNode();
    texts.forEach(array::add);
    return array;
  }

  private static ObjectNode object(ObjectNode schema, String pointer) {
    return (ObjectNode) schema.at(pointer);
  }
}
