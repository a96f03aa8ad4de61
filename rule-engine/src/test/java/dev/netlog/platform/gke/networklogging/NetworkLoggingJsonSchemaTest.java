package dev.netlog.platform.gke.networklogging;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import dev.netlog.platform.gke.Json;
import dev.netlog.platform.gke.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The JSON Schema for editors and the rules of netlog refuse the same objects at the same places.
///
/// A place is where something stands or is missing: for a half that is delegated without `log` it
/// is the half, for a missing name the metadata.
final class NetworkLoggingJsonSchemaTest {
  private static final Path FILE =
      Path.of("..", "schemas", "networking.gke.io", "networklogging_v1alpha1.json");
  private static final Schema SCHEMA = schema();

  private static Schema schema() {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().pathType(PathType.JSON_POINTER).build();
    try {
      return SchemaRegistry.withDefaultDialect(
              SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config))
          .getSchema(Files.readString(FILE));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theyAgreeOnEveryConformanceCase() throws IOException {
    Collection<Value> objects =
        Json.file("/cases/gke-objects.json")
            .mappingAt(JsonPointer.of("objects"))
            .members()
            .values();
    assertThat(objects).hasSize(21).allSatisfy(NetworkLoggingJsonSchemaTest::agree);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        "1",
        "{cluster:null}",
        "{cluster:{allow:null,deny:{log:null,delegate:null}}}",
        "{cluster:{allow:{log:true,delegate:true},deny:{log:false,delegate:true}}}",
        "{cluster:{allow:{delegate:true},deny:{log:null,delegate:true}}}",
        "{cluster:{allow:{log:'true',delegate:true}}}",
        "{cluster:{allow:{log:1,delegate:'true'}}}",
        "{cluster:{allow:{Log:true,delegate:true}}}",
        "{cluster:{denied:{log:true}}}",
        "{allow:{log:true}}",
        "{node:{allow:{log:true}},flow:null}",
      })
  void theyAgreeOnSpecs(String spec) {
    agree(Json.value(Samples.networkLogging(spec)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{}",
        "'default'",
        "{name:null}",
        "{name:'Default'}",
        "{name:true}",
        "{name:'default',labels:{a:'b',c:null},annotations:null}",
        "{name:'default',labels:{a:1},annotations:['a']}",
        "{name:'default',label:{}}",
        "{name:'default',finalizers:['a'],creationTimestamp:null,generation:3,namespace:'x'}",
      })
  void theyAgreeOnMetadata(String metadata) {
    agree(
        Json.value(
            "{apiVersion:'networking.gke.io/v1alpha1',kind:'NetworkLogging',metadata:%s,status:{}}"
                .formatted(metadata)));
  }

  @Test
  void theSchemaTakesTheObjectThatGkeMakes() {
    Value made =
        Json.value(
            """
            {apiVersion: 'networking.gke.io/v1alpha1', kind: 'NetworkLogging',
             metadata: {name: 'default', labels: {'addonmanager.kubernetes.io/mode': 'EnsureExists'}},
             spec: {cluster: {allow: {delegate: false, log: false}, deny: {delegate: false, log: false}}}}
            """);
    assertThat(SCHEMA.validate(Json.node(made))).isEmpty();
  }

  @Test
  void theSchemaRefusesOtherVersions() {
    Value other =
        Json.value(
            "{apiVersion:'networking.gke.io/v1',kind:'NetworkLogging',metadata:{name:'default'}}");
    assertThat(SCHEMA.validate(Json.node(other))).hasSize(1);
  }

  @Property(tries = 1000)
  void theyAgreeOnObjectsLikeNetworkLogging(@ForAll("objects") Value object) {
    agree(object);
  }

  @Provide
  Arbitrary<Value> objects() {
    return NetworkLoggingObjects.any();
  }

  private static void agree(Value object) {
    Set<String> mine =
        NetworkLogging.of((Value.Mapping) object).problems().stream()
            .map(NetworkLoggingJsonSchemaTest::place)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> schema =
        SCHEMA.validate(Json.node(object)).stream()
            .map(NetworkLoggingJsonSchemaTest::place)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(mine).as("places at which %s is wrong", Json.node(object)).isEqualTo(schema);
  }

  private static String place(Problem problem) {
    return switch (problem) {
      case Problem.NoName _ -> "/metadata";
      case Problem.DelegateWithoutLog(LogSection half) -> half.pointer().toString();
      case Problem.WrongType _, Problem.WrongName _, Problem.UnknownField _ ->
          problem.pointer().toString();
    };
  }

  private static String place(Error error) {
    String at = error.getInstanceLocation().toString();
    if (at.startsWith("/metadata") && error.getInstanceNode().isNull()) {
      return "/metadata";
    }
    return switch (error.getKeyword()) {
      case "additionalProperties" -> at + "/" + error.getProperty();
      case "not" -> at.substring(0, at.lastIndexOf('/'));
      default -> at;
    };
  }

  @Test
  void everyFieldOfTheShapeIsAFieldOfTheSchema() throws IOException {
    Value schema = Json.value(Files.readString(FILE));
    Map<JsonPointer, JsonPointer> places =
        Map.of(
            JsonPointer.ROOT,
            JsonPointer.of("properties"),
            JsonPointer.of("metadata"),
            JsonPointer.of("properties", "metadata", "properties"),
            LogSection.ALLOW.pointer(),
            JsonPointer.of("$defs", "half", "properties"));
    places.forEach(
        (shape, fields) ->
            assertThat(schema.mappingAt(fields).members().keySet().stream().sorted().toList())
                .isEqualTo(NetworkLoggingShape.fieldsAt(shape)));
    assertThat(
            Stream.of(LogSection.values())
                .map(half -> NetworkLoggingShape.fieldsAt(half.pointer()).size()))
        .containsOnly(2);
  }
}
