package dev.netlog.platform.gke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.fix.Edit;
import dev.netlog.fix.Patched;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.Setting;
import dev.netlog.rule.Severity;
import dev.netlog.run.Finding;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The conformance cases of GKE: what an agent and an API server do with an object.
final class GkeCasesTest {
  private static final GkePlatform GKE = new GkePlatform();
  private final Value.Mapping cases = Json.file("/cases/gke.json");
  private final Value.Mapping objects = Json.file("/cases/gke-objects.json");

  GkeCasesTest() throws IOException {}

  @Test
  void everyCaseIsThere() {
    assertThat(section("networkLogging")).hasSize(21);
    assertThat(objects.mappingAt(JsonPointer.of("objects")).members()).hasSize(21);
    assertThat(section("annotationValues")).hasSize(8);
    assertThat(section("annotationPlacement")).hasSize(6);
  }

  @TestFactory
  Stream<DynamicTest> networkLoggingIsReadAsTheControllerReadsIt() {
    return section("networkLogging").stream()
        .map(c -> DynamicTest.dynamicTest(id(c), () -> checkNetworkLogging(c)));
  }

  private void checkNetworkLogging(Value example) {
    Value object = Objects.requireNonNull(objects.at(JsonPointer.of("objects", id(example))));
    Resource subject = Json.resource(object);
    Value.Mapping expect = example.mappingAt(JsonPointer.of("expect"));
    Value.Mapping effective = expect.mappingAt(JsonPointer.of("effective"));

    Setting setting = only(GKE.settings(subject));
    assertThat(setting.members())
        .containsEntry("allow", effective.get("allow"))
        .containsEntry("deny", effective.get("deny"))
        .containsEntry("valid", expect.get("valid"))
        .containsEntry("stored", expect.get("stored"));

    List<Finding> findings = Lint.of(object(subject));
    List<String> errors = errors(findings);
    boolean valid = new Value.Bool(true).equals(expect.get("valid"));
    List<String> pruned = texts(expect.itemsAt(JsonPointer.of("prunedUnknown")));
    assertThat(errors.isEmpty()).isEqualTo(valid && pruned.isEmpty());
    assertThat(errors.contains("gke-unknown-field")).isEqualTo(!pruned.isEmpty());
    boolean undelegated =
        expect.itemsAt(JsonPointer.of("errors")).toString().contains("delegate cannot be true");
    assertThat(errors.contains("gke-delegate-without-log")).isEqualTo(undelegated);
    boolean stored = new Value.Bool(true).equals(expect.get("stored"));
    assertThat(errors.contains("gke-networklogging-schema")).isEqualTo(!stored);
  }

  @TestFactory
  Stream<DynamicTest> anAnnotationEnablesOnlyWithTheExactValue() {
    return section("annotationValues").stream()
        .flatMap(
            c ->
                c.mappingAt(JsonPointer.of("appliesTo")).members().entrySet().stream()
                    .map(entry -> valueTest(c, entry)));
  }

  private static DynamicTest valueTest(Value example, Map.Entry<String, Value> appliesTo) {
    String kind = appliesTo.getKey();
    String key = ((Value.Text) appliesTo.getValue()).value();
    String value = Objects.requireNonNull(example.textAt(JsonPointer.of("expect", "value")));
    String half = kind.equals("Namespace") ? "deny" : "allow";
    Resource subject = placed(kind, JsonPointer.of("metadata", "annotations", key), value);
    return DynamicTest.dynamicTest(
        id(example) + " on " + kind,
        () -> {
          assertThat(only(GKE.settings(subject)).members())
              .containsEntry(half, example.at(JsonPointer.of("expect", "enables")));
          boolean right = value.equals("true") || value.equals("false");
          assertThat(errors(Lint.of(object(subject))))
              .isEqualTo(right ? List.of() : List.of("gke-annotation-value"));
        });
  }

  @TestFactory
  Stream<DynamicTest> anAnnotationCountsOnlyInItsPlace() {
    return section("annotationPlacement").stream()
        .map(c -> DynamicTest.dynamicTest(id(c), () -> checkPlacement(c)));
  }

  private static void checkPlacement(Value example) {
    String where = Objects.requireNonNull(example.textAt(JsonPointer.of("where")));
    JsonPointer pointer =
        JsonPointer.of(where.split("\\."))
            .child(Objects.requireNonNull(example.textAt(JsonPointer.of("key"))));
    Resource subject =
        placed(
            Objects.requireNonNull(example.textAt(JsonPointer.of("kind"))),
            pointer,
            Objects.requireNonNull(example.textAt(JsonPointer.of("value"))));
    String effect = Objects.requireNonNull(example.textAt(JsonPointer.of("expect", "effect")));
    List<String> rules = Lint.ids(Lint.of(object(subject)));
    if (effect.equals("none")) {
      assertThat(GKE.settings(subject)).isEmpty();
      assertThat(rules)
          .hasSize(1)
          .containsAnyOf(
              "gke-misplaced-annotation", "gke-misspelt-annotation", "foreign-platform-key");
    } else {
      assertThat(only(GKE.settings(subject)).members()).containsEntry(effect, new Value.Bool(true));
      assertThat(rules).isEmpty();
    }
  }

  private static Resource placed(String kind, JsonPointer pointer, String value) {
    String apiVersion =
        switch (kind) {
          case "NetworkPolicy" -> "networking.k8s.io/v1";
          case "CiliumClusterwideNetworkPolicy" -> "cilium.io/v2";
          case "Deployment" -> "apps/v1";
          default -> "v1";
        };
    var edit = new Edit.Set(pointer, new Value.Text(value));
    Value bare =
        Json.value(
            "{apiVersion:'%s',kind:'%s',metadata:{name:'shop'}}".formatted(apiVersion, kind));
    return Json.resource(Patched.of(bare, List.of(edit)));
  }

  private static String object(Resource subject) {
    return Json.node(subject.content()).toString();
  }

  private static List<String> errors(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(finding -> finding.rule().id())
        .toList();
  }

  private static Setting only(List<Setting> settings) {
    assertThat(settings).hasSize(1);
    return settings.getFirst();
  }

  private List<Value> section(String name) {
    return cases.itemsAt(JsonPointer.of(name));
  }

  private static List<String> texts(List<Value> values) {
    return values.stream().map(value -> ((Value.Text) value).value()).toList();
  }

  private static String id(Value example) {
    return Objects.requireNonNull(example.textAt(JsonPointer.of("id")));
  }
}
