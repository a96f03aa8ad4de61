package dev.netlog.webhook.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.ManifestInventory;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Origin;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.network.Selector;
import dev.netlog.run.Severities;
import dev.netlog.settings.CoverageSettings;
import dev.netlog.settings.Injection;
import dev.netlog.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reviews as an API server sends them, and what handlers say to them.
final class Given {
  static final String ACL = "k8s.ovn.org/acl-logging";
  static final String GKE_ALLOW = "policy.network.gke.io/enable-logging";
  static final String GKE_DENY = "policy.network.gke.io/enable-deny-logging";

  static final Inventory NOTHING_KNOWN = ManifestInventory.of(List.of(), Set.of());

  static final Injection EVERYTHING =
      new Injection(
          Map.of(
              "ovn", Map.of("deny", "alert", "allow", "notice"),
              "gke", Map.of("policies", "true", "namespaces", "true")),
          Selector.everything());

  /// JSON in tests; strings may stand in single quotes, and names without any.
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
          .build();

  private static final AdmissionHandler ENFORCING = handler(Mode.ENFORCE);

  private Given() {}

  static JsonNode json(String text) {
    return MAPPER.readTree(text);
  }

  static JsonNode json(byte[] text) {
    return MAPPER.readTree(text);
  }

  static JsonNode namespace(String acl) {
    ObjectNode namespace =
        (ObjectNode) json("{apiVersion:'v1',kind:'Namespace',metadata:{name:'payments'}}");
    namespace.withObjectProperty("metadata").putObject("annotations").put(ACL, acl);
    return namespace;
  }

  static AdmissionHandler handler(Mode mode) {
    return new AdmissionHandler(RuleCatalog.standard(), Settings.NONE, mode, () -> NOTHING_KNOWN);
  }

  static AdmissionHandler injecting(Injection injection) {
    return new AdmissionHandler(
        RuleCatalog.standard(),
        settings(Severities.STANDARD, Set.of(), injection),
        Mode.ENFORCE,
        () -> NOTHING_KNOWN);
  }

  /// An injection into the namespaces with a label, and the policies in them.
  static Injection selecting(String label) {
    int colon = label.indexOf(": ");
    Value labels =
        new Value.Mapping(
            Map.of(label.substring(0, colon), new Value.Text(label.substring(colon + 2))));
    Selector selector =
        Selector.parse(new Value.Mapping(Map.of("matchLabels", labels)), JsonPointer.ROOT)
                instanceof Selector.Ok(Selector parsed)
            ? parsed
            : Selector.everything();
    assertThat(selector.isEverything()).isFalse();
    return new Injection(
        Map.of(
            "ovn", Map.of("deny", "alert"),
            "gke", Map.of("policies", "true", "namespaces", "true")),
        selector);
  }

  static Settings settings(Severities severities, Set<String> platforms, Injection injection) {
    return new Settings(
        platforms,
        List.of(),
        List.of(),
        null,
        severities,
        CoverageSettings.NONE,
        injection,
        List.of());
  }

  static ObjectNode creation(JsonNode object) {
    return review("CREATE", object, null);
  }

  static ObjectNode update(JsonNode object, JsonNode old) {
    return review("UPDATE", object, old);
  }

  /// A review of an operation on objects, of which one at least is there.
  static ObjectNode review(String operation, @Nullable JsonNode object, @Nullable JsonNode old) {
    JsonNode shown = object == null ? old : object;
    if (shown == null) {
      throw new IllegalArgumentException("a review is about something");
    }
    String apiVersion = shown.path("apiVersion").asString("");
    int slash = apiVersion.indexOf('/');
    String kind = shown.path("kind").asString("");
    ObjectNode review =
        (ObjectNode) json("{apiVersion:'admission.k8s.io/v1',kind:'AdmissionReview'}");
    ObjectNode request = review.putObject("request");
    request.put("uid", "u-1");
    for (String member : List.of("kind", "requestKind", "resource", "requestResource")) {
      boolean resource = member.endsWith("esource");
      request
          .putObject(member)
          .put("group", slash < 0 ? "" : apiVersion.substring(0, slash))
          .put("version", apiVersion.substring(slash + 1))
          .put(resource ? "resource" : "kind", resource ? plural(kind) : kind);
    }
    request.put("name", shown.path("metadata").path("name").asString(""));
    String namespace = shown.path("metadata").path("namespace").asString("");
    if (!namespace.isEmpty()) {
      request.put("namespace", namespace);
    }
    request.put("operation", operation);
    request.set("object", object == null ? null : object.deepCopy());
    request.set("oldObject", old == null ? null : old.deepCopy());
    request.put("dryRun", false);
    return review;
  }

  private static String plural(String kind) {
    String small = kind.toLowerCase(Locale.ROOT);
    return small.endsWith("y") ? small.substring(0, small.length() - 1) + "ies" : small + "s";
  }

  static Review read(JsonNode review) throws BadReviewException {
    return new ReviewReader(new JudgedKinds(RuleCatalog.standard())::contain).read(bytes(review));
  }

  /// An object as the rules take it.
  static Resource resource(JsonNode object) {
    try {
      return Objects.requireNonNull(
          Resource.of(
              Objects.requireNonNull(read(creation(object)).object().read()), Origin.NOWHERE));
    } catch (BadReviewException e) {
      throw new AssertionError(e);
    }
  }

  static byte[] bytes(JsonNode review) {
    return review.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// What is said in the mode enforce.
  static Outcome enforced(JsonNode review) throws BadReviewException {
    return validated(ENFORCING, review);
  }

  static Outcome validated(AdmissionHandler handler, JsonNode review) throws BadReviewException {
    return Protocol.checked("validate", handler.validate(bytes(review)));
  }

  static Outcome mutated(AdmissionHandler handler, JsonNode review) throws BadReviewException {
    return Protocol.checked("mutate", handler.mutate(bytes(review)));
  }
}
