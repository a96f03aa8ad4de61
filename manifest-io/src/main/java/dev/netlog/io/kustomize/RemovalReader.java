package dev.netlog.io.kustomize;

import dev.netlog.io.yaml.Document;
import dev.netlog.io.yaml.Manifest;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads which objects the policies of Open Cluster Management remove from clusters: those of a
/// `mustnothave` that is enforced.
///
/// Source:
/// [ConfigurationPolicy](https://open-cluster-management.io/docs/getting-started/integration/policy-controllers/configuration-policy/).
final class RemovalReader {
  static final String GROUP = "policy.open-cluster-management.io/";

  private static final JsonPointer SPEC = JsonPointer.of("spec");
  private static final JsonPointer ACTION = SPEC.child("remediationAction");

  private RemovalReader() {}

  /// The objects that a policy removes, as transformations; none if it is of another kind.
  static List<Transformation> of(Manifest manifest, Document document, Value.Mapping object) {
    TransformationReader removals = new TransformationReader(manifest, document);
    if (isDisabled(object)) {
      return List.of();
    }
    String kind = object.textAt(JsonPointer.of("kind"));
    if ("ConfigurationPolicy".equals(kind)) {
      read(object, JsonPointer.ROOT, object.textAt(ACTION), removals);
    } else if ("Policy".equals(kind)) {
      JsonPointer templates = SPEC.child("policy-templates");
      List<Value> items = object.itemsAt(templates);
      for (int i = 0; i < items.size(); i++) {
        Value.Mapping inner = items.get(i).mappingAt(JsonPointer.of("objectDefinition"));
        String own = object.textAt(ACTION);
        read(
            inner,
            templates.child(i).child("objectDefinition"),
            own == null ? inner.textAt(ACTION) : own,
            removals);
      }
    }
    return removals.found();
  }

  /// Whether a policy only watches: it is disabled, or its action is not `enforce`.
  static boolean isIdle(Value.Mapping object) {
    String kind = object.textAt(JsonPointer.of("kind"));
    if (isDisabled(object)) {
      return true;
    }
    String own = object.textAt(ACTION);
    if (!"Policy".equals(kind) || own != null) {
      return !"enforce".equalsIgnoreCase(own);
    }
    return object.itemsAt(SPEC.child("policy-templates")).stream()
        .map(item -> item.mappingAt(JsonPointer.of("objectDefinition")).textAt(ACTION))
        .noneMatch("enforce"::equalsIgnoreCase);
  }

  private static boolean isDisabled(Value.Mapping object) {
    return object.at(SPEC.child("disabled")) instanceof Value.Bool(boolean off) && off;
  }

  private static void read(
      Value.Mapping policy,
      JsonPointer at,
      @Nullable String action,
      TransformationReader removals) {
    JsonPointer templates = SPEC.child("object-templates");
    List<Value> items = policy.itemsAt(templates);
    for (int i = 0; i < items.size(); i++) {
      String compliance = items.get(i).textAt(JsonPointer.of("complianceType"));
      if ("enforce".equalsIgnoreCase(action) && "mustnothave".equalsIgnoreCase(compliance)) {
        removals.add(
            at.append(templates).child(i),
            Transformation.REMOVAL,
            "",
            items.get(i).mappingAt(JsonPointer.of("objectDefinition")));
      }
    }
  }
}
