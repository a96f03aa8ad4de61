package dev.netlog.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One of our overlays, as kustomize renders it.
///
/// @param objects in the order of kustomize
record Overlay(List<ObjectNode> objects) {
  private static final String LISTEN = "--listen=";
  private static final String HEALTH = "--health-listen=";
  private static final String CONFIG = "--config=";

  /// Renders one: of the shipped ones, or of those of these tests.
  static Overlay read(Kubectl kubectl, String name) {
    Path shipped = Settings.ROOT.resolve("manifests/overlays").resolve(name);
    Path own = Settings.ROOT.resolve("verification/cluster/overlays").resolve(name);
    String folder = (Files.exists(shipped) ? shipped : own).toString();
    String text = kubectl.run("kustomize", folder).expectOk().out();
    List<ObjectNode> objects = new ArrayList<>();
    for (Object document : new Yaml().loadAll(text)) {
      objects.add((ObjectNode) Json.of(document));
    }
    return new Overlay(objects);
  }

  /// The one object of a kind.
  ObjectNode only(String kind) {
    List<ObjectNode> all =
        objects.stream().filter(each -> each.path("kind").asString().equals(kind)).toList();
    if (all.size() != 1) {
      throw new AssertionError(all.size() + " objects of kind " + kind);
    }
    return all.getFirst();
  }

  /// With what must differ where there is no network between pods: the name of the Service leads to
  /// loopback, and so the port is the one where somebody listens.
  Overlay reachedAt(int port) {
    List<ObjectNode> changed = new ArrayList<>();
    for (ObjectNode each : objects) {
      ObjectNode copy = each.deepCopy();
      switch (each.path("kind").asString()) {
        case "Service" ->
            copy.set("spec", Json.of(Map.of("type", "ExternalName", "externalName", "localhost")));
        case "ValidatingWebhookConfiguration", "MutatingWebhookConfiguration" ->
            copy.path("webhooks")
                .forEach(
                    webhook ->
                        ((ObjectNode) webhook.path("clientConfig").path("service"))
                            .put("port", port));
        default -> {}
      }
      changed.add(copy);
    }
    return new Overlay(changed);
  }

  /// All objects in one list, for `kubectl apply -f -`.
  String list() {
    return Json.of(Map.of("apiVersion", "v1", "kind", "List", "items", objects)).toString();
  }

  /// The settings of the webhook.
  String settings() {
    return only("ConfigMap").path("data").path("netlog.yaml").asString();
  }

  /// The arguments of the container, but for where it listens and where its settings are.
  List<String> arguments() {
    JsonNode given = only("Deployment").at("/spec/template/spec/containers/0/args");
    return StreamSupport.stream(given.spliterator(), false)
        .map(JsonNode::asString)
        .filter(
            each ->
                !each.startsWith(LISTEN) && !each.startsWith(HEALTH) && !each.startsWith(CONFIG))
        .toList();
  }

  /// How much memory the container may take.
  long memoryLimitKibibytes() {
    String limit =
        only("Deployment")
            .at("/spec/template/spec/containers/0/resources/limits/memory")
            .asString();
    if (!limit.endsWith("Mi")) {
      throw new AssertionError("not in Mi: " + limit);
    }
    return 1024 * Long.parseLong(limit.replace("Mi", ""));
  }
}
