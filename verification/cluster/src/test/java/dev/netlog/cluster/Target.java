package dev.netlog.cluster;

import dev.netlog.cluster.Api.Answer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The kinds whose annotations decide what is logged.
enum Target {
  NAMESPACE("/api/v1/namespaces", "v1", "Namespace", "{}"),
  NETWORK_POLICY(
      "/apis/networking.k8s.io/v1/namespaces/default/networkpolicies",
      "networking.k8s.io/v1",
      "NetworkPolicy",
      "{\"podSelector\": {}}"),
  ADMIN_POLICY(
      CustomKinds.ADMIN_POLICIES, "policy.networking.k8s.io/v1alpha1", "AdminNetworkPolicy", "{}"),
  BASELINE_POLICY(
      CustomKinds.BASELINE_POLICIES,
      "policy.networking.k8s.io/v1alpha1",
      "BaselineAdminNetworkPolicy",
      "{}");

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String path;
  private final String apiVersion;
  private final String kind;
  private final String spec;

  Target(String path, String apiVersion, String kind, String spec) {
    this.path = path;
    this.apiVersion = apiVersion;
    this.kind = kind;
    this.spec = spec;
  }

  /// Where objects are created.
  String path() {
    return path;
  }

  /// Where an object is.
  String path(String name) {
    return path + "/" + name;
  }

  /// Whether Go types stand behind it: these alone know strategic patches.
  boolean isBuiltIn() {
    return this == NAMESPACE || this == NETWORK_POLICY;
  }

  /// The logging key that its readers know.
  String key() {
    return this == NETWORK_POLICY ? "policy.network.gke.io/enable-logging" : Cases.ACL_LOGGING;
  }

  /// A right value of the key, and another one.
  String value(boolean other) {
    if (this == NETWORK_POLICY) {
      return other ? "false" : "true";
    }
    return other ? "{\"deny\":\"info\"}" : "{\"deny\":\"alert\"}";
  }

  /// A wrong one.
  String wrong() {
    return this == NETWORK_POLICY ? "yes" : "{\"deny\":\"loud\"}";
  }

  /// A name that was not there before.
  String freshName(Api api) {
    if (this != BASELINE_POLICY) {
      return "object-" + COUNT.incrementAndGet();
    }
    var _ = api.delete(path("default"));
    Await.until(
        "the old one is gone",
        Duration.ofSeconds(10),
        () -> api.read(path("default")).status() == 404);
    return "default";
  }

  /// An object, with an annotation unless its value is null.
  ObjectNode object(String name, String key, @Nullable String value) {
    ObjectNode object = object(name);
    if (value != null) {
      ((ObjectNode) object.path("metadata")).putObject("annotations").put(key, value);
    }
    return object;
  }

  /// An object without annotations.
  ObjectNode object(String name) {
    ObjectNode object =
        Json.object(
            """
            {"apiVersion": "%s", "kind": "%s", "metadata": {"name": "%s"}, "spec": %s}
            """
                .formatted(apiVersion, kind, name, spec));
    return object;
  }

  /// Stores an object with the key, or without it where the value is null; its name.
  String stored(Api api, @Nullable String value) {
    String name = freshName(api);
    Answer _ = api.create(path, object(name, key(), value).toString()).expectOk();
    return name;
  }

  /// A patch of one annotation.
  ///
  /// @param value JSON
  String merge(String key, String value) {
    return "{\"metadata\": {\"annotations\": {\"" + key + "\": " + value + "}}}";
  }

  /// A text as JSON.
  static String quoted(String text) {
    return Json.of(text).toString();
  }
}
