package dev.netlog.coverage.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tells on which nodes pods may run, by trying each sort of node.
final class OracleNodes {
  private static final List<Map<String, String>> NODES =
      List.of(
          node("linux", "cos"),
          node("linux", "ubuntu"),
          node("windows", "windows_ltsc"),
          node("windows", "windows_sac"));

  private OracleNodes() {}

  private static Map<String, String> node(String system, String distribution) {
    return Map.of(
        "kubernetes.io/os", system,
        "beta.kubernetes.io/os", system,
        "cloud.google.com/gke-os-distribution", distribution);
  }

  /// Whether pods may run on Windows nodes and on no others.
  static boolean areWindows(Tree spec) {
    List<String> systems = new ArrayList<>();
    for (Map<String, String> node : NODES) {
      String system = node.getOrDefault("kubernetes.io/os", "");
      if (fits(spec, system, node)) {
        systems.add(system);
      }
    }
    return !systems.isEmpty() && systems.stream().allMatch("windows"::equals);
  }

  private static boolean fits(Tree spec, String system, Map<String, String> node) {
    boolean named = spec.at("os", "name").text(system).equals(system);
    boolean selected = true;
    Map<String, String> wanted = new LinkedHashMap<>(spec.get("nodeSelector").texts());
    wanted.keySet().retainAll(node.keySet());
    for (Map.Entry<String, String> each : wanted.entrySet()) {
      selected &= each.getValue().equals(node.get(each.getKey()));
    }
    List<Tree> terms =
        spec.at(
                "affinity",
                "nodeAffinity",
                "requiredDuringSchedulingIgnoredDuringExecution",
                "nodeSelectorTerms")
            .items();
    return named
        && selected
        && (terms.isEmpty() || terms.stream().anyMatch(term -> meets(term, node)));
  }

  /// Labels that only some nodes have are taken as there.
  private static boolean meets(Tree term, Map<String, String> node) {
    boolean meets = !term.get("matchExpressions").items().isEmpty();
    for (Tree each : term.get("matchExpressions").items()) {
      String value = node.get(each.get("key").text(""));
      List<String> values = each.get("values").items().stream().map(item -> item.text("")).toList();
      if (value != null) {
        meets &=
            switch (each.get("operator").text("")) {
              case "In" -> values.contains(value);
              case "NotIn" -> !values.contains(value);
              case "DoesNotExist" -> false;
              default -> true;
            };
      }
    }
    return meets;
  }
}
