package dev.netlog.policy;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds out whether pods only run on Windows nodes: by `os`, by a node selector, or by a required
/// node affinity whose terms all select Windows.
///
/// A RuntimeClass can do that too, by the node selector of its `scheduling`. netlog does not read
/// RuntimeClasses.
public final class WindowsNodes {
  private static final String WINDOWS = "windows";

  /// The only other operating system of Kubernetes nodes.
  private static final String LINUX = "linux";

  /// [Labels of every
  /// node](https://kubernetes.io/docs/reference/labels-annotations-taints/#kubernetes-io-os).
  private static final List<String> SYSTEMS = List.of("kubernetes.io/os", "beta.kubernetes.io/os");

  /// [Windows node pools of
  /// GKE](https://cloud.google.com/kubernetes-engine/docs/how-to/creating-a-cluster-windows).
  private static final String DISTRIBUTION = "cloud.google.com/gke-os-distribution";

  private static final JsonPointer NAME = JsonPointer.of("os", "name");
  private static final JsonPointer SELECTOR = JsonPointer.of("nodeSelector");
  private static final JsonPointer TERMS =
      JsonPointer.of(
          "affinity",
          "nodeAffinity",
          "requiredDuringSchedulingIgnoredDuringExecution",
          "nodeSelectorTerms");

  private WindowsNodes() {}

  static boolean arePinned(Value.Mapping pod) {
    return place(pod) != null;
  }

  /// The place of the value that pins a pod to Windows nodes, relative to its `spec`; null if it
  /// may run on other nodes.
  public static @Nullable JsonPointer place(Value.Mapping pod) {
    for (Map.Entry<String, Value> each : pod.mappingAt(SELECTOR).members().entrySet()) {
      if (each.getValue() instanceof Value.Text(String value)
          && isWindows(each.getKey(), List.of(value))) {
        return SELECTOR.child(each.getKey());
      }
    }
    if (WINDOWS.equals(pod.textAt(NAME))) {
      return NAME;
    }
    List<Value> terms = pod.itemsAt(TERMS).stream().filter(WindowsNodes::matchesSome).toList();
    return !terms.isEmpty() && terms.stream().allMatch(WindowsNodes::asksForWindows) ? TERMS : null;
  }

  /// A term without requirements matches no node.
  private static boolean matchesSome(Value term) {
    return !expressions(term).isEmpty() || !term.itemsAt(JsonPointer.of("matchFields")).isEmpty();
  }

  private static List<Value> expressions(Value term) {
    return term.itemsAt(JsonPointer.of("matchExpressions"));
  }

  private static boolean asksForWindows(Value term) {
    return expressions(term).stream().anyMatch(WindowsNodes::isWindows);
  }

  private static boolean isWindows(Value expression) {
    String key = expression.textAt(JsonPointer.of("key"));
    List<String> values =
        expression.itemsAt(JsonPointer.of("values")).stream()
            .map(value -> value instanceof Value.Text(String text) ? text : "")
            .toList();
    String operator = expression.textAt(JsonPointer.of("operator"));
    return key != null
        && switch (operator) {
          case "In" -> isWindows(key, values);
          case "NotIn" -> SYSTEMS.contains(key) && values.contains(LINUX);
          case null, default -> false;
        };
  }

  private static boolean isWindows(String key, List<String> values) {
    return !values.isEmpty()
        && (SYSTEMS.contains(key)
            ? values.stream().allMatch(WINDOWS::equals)
            : key.equals(DISTRIBUTION)
                && values.stream().allMatch(value -> value.startsWith(WINDOWS)));
  }
}
