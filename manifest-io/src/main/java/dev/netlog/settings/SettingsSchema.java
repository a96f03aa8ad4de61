package dev.netlog.settings;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import dev.netlog.catalog.RuleCatalog;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Checks a settings file against its JSON Schema, and words the errors for the user.
///
/// Loading the schema library is slow, so only code that reads a settings file may use this class.
final class SettingsSchema {
  /// In the source tree: `schemas/netlog.schema.json`.
  private static final String RESOURCE = "netlog.schema.json";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Schema schema;

  /// Made once: a gate reads the settings of both sides of a change.
  private static final class Standard {
    static final SettingsSchema SCHEMA = new SettingsSchema(RuleCatalog.standard());

    private Standard() {}
  }

  /// The schema with the parts of a catalog's platforms.
  static SettingsSchema of(RuleCatalog catalog) {
    return catalog.equals(RuleCatalog.standard()) ? Standard.SCHEMA : new SettingsSchema(catalog);
  }

  private SettingsSchema(RuleCatalog catalog) {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().pathType(PathType.JSON_POINTER).build();
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config));
    this.schema = registry.getSchema(document(catalog));
  }

  /// The schema as a document, including what platforms contribute.
  static ObjectNode document(RuleCatalog catalog) {
    try (InputStream schema = SettingsSchema.class.getResourceAsStream(RESOURCE)) {
      ObjectNode document = (ObjectNode) MAPPER.readTree(Objects.requireNonNull(schema, RESOURCE));
      PlatformSchema.fill(document, catalog);
      return document;
    } catch (IOException e) {
      throw new UncheckedIOException("the schema is packaged with this class", e);
    }
  }

  /// All errors that the schema check finds, in the order of the schema.
  List<SettingsProblem> problems(Value file) {
    return schema.validate(SchemaNodes.of(file)).stream()
        .map(error -> problem(file, error))
        .distinct()
        .toList();
  }

  private SettingsProblem problem(Value file, Error error) {
    JsonPointer place = pointer(error.getInstanceLocation());
    SchemaSentences sentences = new SchemaSentences(file, place, rules(error));
    return switch (error.getKeyword()) {
      case "additionalProperties" -> {
        String key = Objects.requireNonNull(error.getProperty(), "the key that is too many");
        yield SettingsProblem.key(place.child(key), sentences.unknownKey(key));
      }
      case "required" ->
          SettingsProblem.value(place, sentences.missing(String.valueOf(error.getProperty())));
      case "enum" -> SettingsProblem.value(place, sentences.notAmong());
      case "type" -> SettingsProblem.value(place, sentences.wrongType());
      case "minimum", "maximum" -> SettingsProblem.value(place, sentences.outOfRange());
      case "minLength", "minItems" -> SettingsProblem.value(place, sentences.empty());
      case "maxLength", "maxItems" -> SettingsProblem.value(place, sentences.tooLong());
      case "pattern" -> SettingsProblem.value(place, sentences.otherForm());
      default -> SettingsProblem.value(place, sentences.unforeseen(error.getKeyword()));
    };
  }

  /// The part of the schema that holds the failed keyword.
  private JsonNode rules(Error error) {
    JsonNode here = schema.getSchemaNode();
    NodePath path = error.getSchemaLocation().getFragment();
    for (String token : tokens(path).subList(0, path.getNameCount() - 1)) {
      here = here.isArray() ? here.path(Integer.parseInt(token)) : here.path(token);
    }
    return here;
  }

  private static JsonPointer pointer(NodePath path) {
    return new JsonPointer(tokens(path));
  }

  private static List<String> tokens(NodePath path) {
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < path.getNameCount(); i++) {
      tokens.add(String.valueOf(path.getElement(i)));
    }
    return tokens;
  }
}
