package dev.netlog.coverage;

import dev.netlog.coverage.oracle.Tree;
import dev.netlog.coverage.oracle.World;
import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Objects written one a line, so that a table of them can be read:
///
/// ```text
/// Deployment shop/api labels{app: api} pod{hostNetwork: true}
/// NetworkPolicy shop/p annotations{key: 'true'} {podSelector: {}}
/// ```
///
/// A line that starts with space goes on with the one before. `labels` and `pod` are those of the
/// pods that a workload makes; `meta` holds further members of `metadata`; what has no name is the
/// `spec`.
final class ObjectLines {
  private static final Map<String, String> VERSIONS =
      Map.ofEntries(
          Map.entry("Namespace", "v1"),
          Map.entry("Pod", "v1"),
          Map.entry("ReplicationController", "v1"),
          Map.entry("Deployment", "apps/v1"),
          Map.entry("ReplicaSet", "apps/v1"),
          Map.entry("StatefulSet", "apps/v1"),
          Map.entry("DaemonSet", "apps/v1"),
          Map.entry("Job", "batch/v1"),
          Map.entry("Rollout", "argoproj.io/v1alpha1"),
          Map.entry("Region", "example.com/v1"),
          Map.entry("Fence", "acme.example/v1"),
          Map.entry("CronJob", "batch/v1"),
          Map.entry("NetworkPolicy", "networking.k8s.io/v1"),
          Map.entry("NetworkLogging", "networking.gke.io/v1alpha1"),
          Map.entry("FQDNNetworkPolicy", "networking.gke.io/v1alpha1"),
          Map.entry("CiliumNetworkPolicy", "cilium.io/v2"),
          Map.entry("CiliumClusterwideNetworkPolicy", "cilium.io/v2"),
          Map.entry("AdminNetworkPolicy", "policy.networking.k8s.io/v1alpha1"),
          Map.entry("BaselineAdminNetworkPolicy", "policy.networking.k8s.io/v1alpha1"),
          Map.entry("ClusterNetworkPolicy", "policy.networking.k8s.io/v1alpha2"),
          Map.entry("MultiNetworkPolicy", "k8s.cni.cncf.io/v1beta1"),
          Map.entry("EgressFirewall", "k8s.ovn.org/v1"));

  private ObjectLines() {}

  /// The objects as a target, with assumptions as names and values by turns.
  static World world(String platform, String lines, String... assumptions) {
    Map<String, String> assumed = new LinkedHashMap<>();
    for (int i = 0; i < assumptions.length; i += 2) {
      assumed.put(assumptions[i], assumptions[i + 1]);
    }
    return new World(platform, read(lines), assumed);
  }

  private static List<Value.Mapping> read(String lines) {
    List<Value.Mapping> objects = new ArrayList<>();
    for (String line : lines.split("\n(?=\\S)", -1)) {
      if (!line.isBlank()) {
        objects.add(object(line));
      }
    }
    return objects;
  }

  private static Value.Mapping object(String line) {
    FlowText text = new FlowText(line);
    String kind = text.word();
    String path = text.word();
    int slash = path.indexOf('/');
    Map<String, @Nullable Object> metadata = Tree.map("name", path.substring(slash + 1));
    if (slash >= 0) {
      metadata.put("namespace", path.substring(0, slash));
    }
    Map<String, @Nullable Object> object =
        Tree.map("apiVersion", VERSIONS.get(kind), "kind", kind, "metadata", metadata);
    Map<String, @Nullable Object> template = Tree.map("metadata", Tree.map());
    while (!text.isDone()) {
      String part = text.word();
      Value value = text.value();
      switch (part) {
        case "" -> object.put("spec", value);
        case "annotations" -> metadata.put(part, value);
        case "meta" -> metadata.putAll(((Value.Mapping) value).members());
        case "labels" -> template.put("metadata", Tree.map("labels", value));
        case "pod" -> template.put("spec", value);
        default -> throw new IllegalArgumentException("no part of an object: " + part);
      }
    }
    return (Value.Mapping) Tree.value(withPods(kind, object, template));
  }

  private static Map<String, @Nullable Object> withPods(
      String kind, Map<String, @Nullable Object> object, Map<String, @Nullable Object> template) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(object);
    switch (kind) {
      case "Pod" -> {
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
        if (object.get("metadata") instanceof Map<?, ?> own) {
          own.forEach((name, value) -> metadata.put((String) name, value));
        }
        if (template.get("metadata") instanceof Map<?, ?> labels) {
          labels.forEach((name, value) -> metadata.put((String) name, value));
        }
        all.put("metadata", metadata);
        all.put("spec", template.get("spec"));
      }
      case "CronJob" ->
          all.put(
              "spec", Tree.map("jobTemplate", Tree.map("spec", Tree.map("template", template))));
      case "Deployment",
          "ReplicaSet",
          "StatefulSet",
          "DaemonSet",
          "ReplicationController",
          "Rollout",
          "Job" -> {
        Map<String, @Nullable Object> spec = Tree.map("template", template);
        if (object.get("spec") instanceof Value.Mapping(Map<String, Value> more)) {
          spec.putAll(more);
        }
        all.put("spec", spec);
      }
      default -> {}
    }
    return all;
  }
}
