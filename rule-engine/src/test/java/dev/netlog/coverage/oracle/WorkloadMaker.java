package dev.netlog.coverage.oracle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes objects that make pods.
final class WorkloadMaker {
  private static final Map<String, String> VERSIONS =
      Map.of(
          "Pod", "v1",
          "ReplicationController", "v1",
          "Deployment", "apps/v1",
          "ReplicaSet", "apps/v1",
          "StatefulSet", "apps/v1",
          "DaemonSet", "apps/v1",
          "Job", "batch/v1",
          "CronJob", "batch/v1",
          "Rollout", "argoproj.io/v1alpha1");
  private static final List<String> KINDS =
      List.of(
          "Pod",
          "Pod",
          "Deployment",
          "Deployment",
          "ReplicaSet",
          "StatefulSet",
          "DaemonSet",
          "ReplicationController",
          "Job",
          "CronJob");

  private final Dice dice;

  WorkloadMaker(Dice dice) {
    this.dice = dice;
  }

  Map<String, @Nullable Object> workload(Map<String, @Nullable Object> metadata) {
    String kind = dice.one(KINDS);
    if (dice.percent(20)) {
      metadata.put("ownerReferences", owners(kind));
    }
    Map<String, @Nullable Object> labels = labels();
    Map<String, @Nullable Object> pod = spec();
    Map<String, @Nullable Object> object =
        Tree.map("apiVersion", VERSIONS.get(kind), "kind", kind, "metadata", metadata);
    if (kind.equals("Pod")) {
      metadata.put("labels", labels);
      object.put("spec", pod);
      return object;
    }
    Map<String, @Nullable Object> template =
        Tree.map("metadata", Tree.map("labels", labels), "spec", pod);
    object.put(
        "spec",
        kind.equals("CronJob")
            ? Tree.map("jobTemplate", Tree.map("spec", Tree.map("template", template)))
            : Tree.map("replicas", dice.below(4), "template", template));
    return object;
  }

  private List<Map<String, @Nullable Object>> owners(String kind) {
    String owner =
        switch (kind) {
          case "ReplicaSet" -> dice.one("Deployment", "Rollout");
          case "Job" -> "CronJob";
          case "Pod" -> dice.one("ReplicaSet", "StatefulSet", "DaemonSet", "Job", "Rollout");
          default -> "Rollout";
        };
    Map<String, @Nullable Object> reference =
        Tree.map(
            "apiVersion",
            VERSIONS.get(owner),
            "kind",
            owner,
            "name",
            dice.one("w0", "w1", "owner"),
            "controller",
            true);
    if (dice.percent(10)) {
      reference.remove("controller");
    }
    return dice.percent(10)
        ? List.of(Tree.map("apiVersion", "v1", "kind", "ConfigMap", "name", "w0"), reference)
        : List.of(reference);
  }

  private Map<String, @Nullable Object> labels() {
    Map<String, @Nullable Object> labels = new LinkedHashMap<>();
    for (String key : List.of("app", "app", "tier")) {
      if (dice.percent(40)) {
        labels.put(key, dice.one(SelectorMaker.values(key)));
      }
    }
    if (dice.percent(8)) {
      labels.put(
          dice.one("pod-template-hash", "controller-revision-hash", "job-name"),
          dice.one("h1", "h2", "w0"));
    }
    return labels;
  }

  private Map<String, @Nullable Object> spec() {
    Map<String, @Nullable Object> spec = new LinkedHashMap<>();
    if (dice.percent(7)) {
      spec.put("hostNetwork", dice.percent(85));
    }
    if (dice.percent(8)) {
      spec.put("nodeSelector", Tree.map("kubernetes.io/os", dice.one("windows", "linux")));
    } else if (dice.percent(5)) {
      spec.put("os", Tree.map("name", dice.one("windows", "linux")));
    }
    if (dice.percent(60)) {
      Map<String, @Nullable Object> container = Tree.map("name", "c");
      container.put("ports", dice.some(0, 2, this::port));
      spec.put("containers", List.of(container));
    }
    return spec;
  }

  private Map<String, @Nullable Object> port() {
    Map<String, @Nullable Object> port =
        Tree.map("containerPort", dice.one(80, 443, 8080, 1, 65535));
    if (dice.percent(85)) {
      port.put("name", dice.one("http", "web", "dns"));
    }
    if (dice.percent(40)) {
      port.put("protocol", dice.one("TCP", "UDP", "SCTP"));
    }
    return port;
  }
}
