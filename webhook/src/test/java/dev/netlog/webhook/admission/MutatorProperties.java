package dev.netlog.webhook.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.zjsonpatch.JsonPatch;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What holds for the patches of all objects. Another program's JSON Patch applies them.
class MutatorProperties {
  private static final AdmissionHandler HANDLER = Given.injecting(Given.EVERYTHING);

  @Property(tries = 600)
  void aPatchAppliesAndAddsAnnotationsOnly(@ForAll("objects") JsonNode object)
      throws BadReviewException {
    JsonNode patched = patched(object);
    ObjectNode without = annotationsOf(patched);
    for (Map.Entry<String, JsonNode> before : annotationsOf(object).properties()) {
      assertThat(without.get(before.getKey())).isEqualTo(before.getValue());
      without.remove(before.getKey());
    }
    without.properties().forEach(added -> assertThat(added.getValue().isString()).isTrue());
    assertThat(bare(patched)).isEqualTo(bare(object));
  }

  @Property(tries = 400)
  void aSecondTimeNothingChanges(@ForAll("objects") JsonNode object) throws BadReviewException {
    JsonNode once = patched(object);
    assertThat(Given.mutated(HANDLER, Given.creation(once)).answer().patch()).isNull();
  }

  @Property(tries = 400)
  void theOrderBesideAnotherMutationDoesNotCount(
      @ForAll("objects") JsonNode object, @ForAll("foreign") Foreign foreign)
      throws BadReviewException {
    JsonNode otherLast = foreign.on(patched(object));
    JsonNode otherFirst = patched(foreign.on(object));
    assertThat(otherLast).isEqualTo(otherFirst);
  }

  @Property(tries = 400)
  void whatWasCleanIsCleanAfterwards(@ForAll("objects") JsonNode object) throws BadReviewException {
    Outcome before = Given.validated(HANDLER, Given.creation(object));
    Outcome after = Given.validated(HANDLER, Given.creation(patched(object)));
    assertThat(after.answer().allowed()).isEqualTo(before.answer().allowed());
    // A null beside the new annotation is told of. No API server sends one for these kinds.
    List<String> rules = new ArrayList<>(after.rules());
    rules.remove("annotation-null");
    assertThat(before.rules()).containsAll(rules);
  }

  private static JsonNode patched(JsonNode object) throws BadReviewException {
    Outcome outcome = Given.mutated(HANDLER, Given.creation(object));
    JsonNode response =
        Given.json(AdmissionHandler.bytes(outcome.answer())).path("response").path("patch");
    return response.isMissingNode()
        ? object
        : JsonPatch.apply(
            Given.json(Base64.getDecoder().decode(response.asString())), object.deepCopy());
  }

  private static ObjectNode annotationsOf(JsonNode object) {
    JsonNode annotations = object.path("metadata").path("annotations");
    return annotations.isObject()
        ? (ObjectNode) annotations.deepCopy()
        : (ObjectNode) Given.json("{}");
  }

  private static JsonNode bare(JsonNode object) {
    JsonNode copy = object.deepCopy();
    if (copy.path("metadata") instanceof ObjectNode metadata) {
      metadata.remove("annotations");
    }
    return copy;
  }

  /// Adds an annotation or a label, as another webhook would.
  record Foreign(String map, String key) {
    JsonNode on(JsonNode object) {
      ArrayNode operations = (ArrayNode) Given.json("[]");
      JsonNode here = object.path("metadata").path(map);
      if (!here.isObject()) {
        operations.addObject().put("op", "add").put("path", "/metadata/" + map).putObject("value");
      }
      operations
          .addObject()
          .put("op", "add")
          .put("path", "/metadata/" + map + "/" + key.replace("~", "~0").replace("/", "~1"))
          .put("value", "theirs");
      return JsonPatch.apply(operations, object.deepCopy());
    }
  }

  @Provide
  Arbitrary<Foreign> foreign() {
    return Combinators.combine(
            Arbitraries.of("annotations", "labels"), Arbitraries.of("a/b", "z", "team", "q~r/s"))
        .as(Foreign::new);
  }

  @Provide
  Arbitrary<JsonNode> objects() {
    Arbitrary<String> keys =
        Arbitraries.of(
            Given.ACL, Given.GKE_ALLOW, Given.GKE_DENY, "a/b", "z", "example.org/x", "q~r/s");
    Arbitrary<JsonNode> values =
        Arbitraries.of(
                "'true'", "'false'", "''", "'{\"deny\":\"alert\"}'", "'{'", "null", "7", "{a:'b'}")
            .map(Given::json);
    Arbitrary<JsonNode> maps =
        Arbitraries.maps(keys, values)
            .ofMaxSize(4)
            .map(
                members -> {
                  ObjectNode map = (ObjectNode) Given.json("{}");
                  members.forEach(map::set);
                  return map;
                });
    Arbitrary<JsonNode> annotations =
        Arbitraries.oneOf(List.of(maps, maps, Arbitraries.of("null", "{}").map(Given::json)));
    return Combinators.combine(
            Arbitraries.of(
                "{apiVersion:'v1',kind:'Namespace',metadata:{name:'a'},spec:{finalizers:['k']}}",
                "{apiVersion:'networking.k8s.io/v1',kind:'NetworkPolicy',metadata:{name:'a',namespace:'b'},spec:{podSelector:{}}}",
                "{apiVersion:'policy.networking.k8s.io/v1alpha1',kind:'AdminNetworkPolicy',metadata:{name:'a'}}"),
            annotations,
            Arbitraries.of(true, false))
        .as(MutatorProperties::object);
  }

  private static JsonNode object(String start, JsonNode annotations, boolean has) {
    ObjectNode object = (ObjectNode) Given.json(start);
    if (has) {
      object.withObjectProperty("metadata").set("annotations", annotations);
    }
    return object;
  }
}
