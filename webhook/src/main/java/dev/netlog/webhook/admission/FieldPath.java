package dev.netlog.webhook.admission;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import java.util.List;

/// Field paths as Kubernetes writes them: `metadata.annotations[k8s.ovn.org/acl-logging]`,
/// `spec.egress[0].type`.
final class FieldPath {
  /// The path for the object itself: kubectl prints a cause without a field badly.
  private static final String WHOLE = "object";

  private FieldPath() {}

  /// The path of a pointer into an object.
  static String of(JsonPointer pointer, Value object) {
    StringBuilder path = new StringBuilder();
    Value here = object;
    String before = "";
    for (String token : pointer.tokens()) {
      if (here instanceof Value.Sequence || isMapKey(token, before)) {
        path.append('[').append(token).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(token);
      }
      before = token;
      here = child(here, token);
    }
    return path.isEmpty() ? WHOLE : path.toString();
  }

  private static boolean isMapKey(String token, String parent) {
    return List.of("annotations", "labels", "matchLabels").contains(parent)
        || token.isEmpty()
        || !token.chars().allMatch(c -> c < 0x7f && Character.isLetterOrDigit(c));
  }

  private static Value child(Value here, String token) {
    Value child = here.at(JsonPointer.of(token));
    return child == null ? Value.Null.NULL : child;
  }
}
