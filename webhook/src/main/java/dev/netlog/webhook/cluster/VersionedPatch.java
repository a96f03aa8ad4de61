package dev.netlog.webhook.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A JSON patch that fails if the object has changed since it was read.
final class VersionedPatch {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final ArrayNode operations = MAPPER.createArrayNode();

  VersionedPatch(String version) {
    operation("test", "metadata", "resourceVersion").put("value", version);
  }

  /// Sets a member whose parent exists.
  VersionedPatch add(String value, String... path) {
    operation("add", path).put("value", value);
    return this;
  }

  VersionedPatch add(Map<String, String> members, String... path) {
    ObjectNode value = operation("add", path).putObject("value");
    members.forEach(value::put);
    return this;
  }

  String text() {
    return operations.toString();
  }

  /// Whether a patch failed because the object has changed since it was read.
  ///
  /// A failed test has the same status code as an invalid object, and a call without a response may
  /// have been executed; so the object is read again.
  static boolean isConflict(
      KubernetesClientException refusal, String version, Resource<? extends HasMetadata> object) {
    int code = refusal.getCode();
    if (code == Refusals.CONFLICT || code == Refusals.NOT_FOUND) {
      return true;
    }
    if (Refusals.isForbidden(refusal)) {
      return false;
    }
    try {
      HasMetadata now = object.get();
      return now == null || !version.equals(now.getMetadata().getResourceVersion());
    } catch (KubernetesClientException _) {
      return false;
    }
  }

  private ObjectNode operation(String name, String... path) {
    ObjectNode operation = operations.addObject();
    operation.put("op", name);
    operation.put("path", "/" + String.join("/", path));
    return operation;
  }
}
