package dev.netlog.coverage.oracle;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes objects that make pods.
final class WorkloadMaker {
  private static final Map<String, String> VERSIONS =
      Map.ofEntries(
          Map.entry("Pod", "v1"),
          Map.entry("ReplicationController", "v1"),
          Map.entry("Deployment", "apps/v1"),
          Map.entry("ReplicaSet", "apps/v1"),
          Map.entry("StatefulSet", "apps/v1"),
          Map.entry("DaemonSet", "apps/v1"),
          Map.entry("Job", "batch/v1"),
          Map.entry("CronJob", "batch/v1"),
          Map.entry("Rollout", "argoproj.io/v1alpha1"),
          Map.entry("DeploymentConfig", "apps.openshift.io/v1"),
          Map.entry("Service", "serving.knative.dev/v1"),
          Map.entry("Fleet", "example.com/v1"),
          Map.entry("Region", "example.com/v1"));
  private static final List<String> KINDS =
      List.of(
          "Pod",
          "Pod",
          "Pod",
          "Deployment",
          "Deployment",
          "ReplicaSet",
          "StatefulSet",
          "DaemonSet",
          "ReplicationController",
          "Job",
          "CronJob",
          "Rollout",
          "DeploymentConfig",
          "Service",
          "Fleet");

  private final Dice dice;
  private final Map<String, Map<String, @Nullable Object>> pods = new HashMap<>();
  private final Map<String, Map<String, @Nullable Object>> families = new HashMap<>();

  WorkloadMaker(Dice dice) {
    this.dice = dice;
  }

  /// An object with a template. A few of the kinds that Kubernetes does not know lack the labels or
  /// the containers that pods have.
  Map<String, @Nullable Object> workload(
      String namespace, Map<String, @Nullable Object> metadata, boolean hostNetwork) {
    String kind = dice.one(KINDS);
    Map<String, @Nullable Object> labels = labels();
    Map<String, @Nullable Object> pod = spec();
    if (hostNetwork) {
      pod.put("hostNetwork", true);
    }
    if (dice.percent(25)) {
      Map<String, @Nullable Object> owner = owner(kind);
      metadata.put("ownerReferences", owners(owner));
      // Siblings come from one template. Some labels are given to each pod.
      String family = namespace + owner.get("kind") + owner.get("name");
      pod = pods.computeIfAbsent(family, _ -> spec());
      if (dice.percent(60)) {
        labels = new LinkedHashMap<>(families.computeIfAbsent(family, _ -> labels()));
      }
      if (dice.percent(30)) {
        labels.put("slot", dice.one("0", "1"));
      }
    }
    Map<String, @Nullable Object> object =
        Tree.map("apiVersion", VERSIONS.get(kind), "kind", kind, "metadata", metadata);
    if (kind.equals("Pod")) {
      metadata.put("labels", labels);
      object.put("spec", pod);
      return object;
    }
    Map<String, @Nullable Object> template =
        Tree.map("metadata", Tree.map("labels", labels), "spec", pod);
    if (kind.equals("Fleet") && dice.percent(30)) {
      template.remove(dice.one("metadata", "spec"));
    }
    object.put(
        "spec",
        kind.equals("CronJob")
            ? Tree.map("jobTemplate", Tree.map("spec", Tree.map("template", template)))
            : Tree.map("replicas", dice.below(4), "template", template));
    return object;
  }

  /// An object that gives no pods and yet may own some.
  Map<String, @Nullable Object> bare(Map<String, @Nullable Object> metadata) {
    String kind = dice.one("Rollout", "Fleet", "Region");
    metadata.put("name", kind.equals("Region") ? dice.one("w0", "w1", "owner") : "owner");
    if (!kind.equals("Region") && dice.percent(30)) {
      metadata.put("ownerReferences", owners(reference("Region")));
    }
    return Tree.map(
        "apiVersion",
        VERSIONS.get(kind),
        "kind",
        kind,
        "metadata",
        metadata,
        "spec",
        Tree.map("replicas", 2));
  }

  private Map<String, @Nullable Object> owner(String kind) {
    return reference(
        switch (kind) {
          case "ReplicaSet" -> dice.one("Deployment", "Rollout");
          case "Job" -> "CronJob";
          case "Pod" ->
              dice.one("ReplicaSet", "StatefulSet", "DaemonSet", "Job", "Rollout", "Fleet");
          case "Rollout", "Fleet", "Service", "DeploymentConfig" -> "Region";
          default -> dice.one("Rollout", "Fleet");
        });
  }

  private Map<String, @Nullable Object> reference(String kind) {
    return Tree.map(
        "apiVersion",
        VERSIONS.get(kind),
        "kind",
        kind,
        "name",
        dice.one("w0", "w1", "owner"),
        "uid",
        "7",
        "controller",
        true);
  }

  private List<Map<String, @Nullable Object>> owners(Map<String, @Nullable Object> reference) {
    if (dice.percent(10)) {
      reference.remove("controller");
    }
    return dice.percent(10)
        ? List.of(
            Tree.map("apiVersion", "v1", "kind", "ConfigMap", "name", "w0", "uid", "8"), reference)
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
    } else if (dice.percent(8)) {
      spec.put("affinity", Tree.map("nodeAffinity", affinity()));
    }
    if (dice.percent(60)) {
      Map<String, @Nullable Object> container = Tree.map("name", "c");
      container.put("ports", dice.some(0, 2, this::port));
      if (dice.percent(50)) {
        container.put("image", dice.one("a", "a:1", "r:5/b", "r:5/b:2@sha256:7", "c"));
      }
      spec.put("containers", List.of(container));
    }
    return spec;
  }

  private Map<String, @Nullable Object> affinity() {
    List<Map<String, @Nullable Object>> terms =
        dice.some(1, 2, () -> Tree.map("matchExpressions", dice.some(0, 2, this::requirement)));
    return Tree.map(
        "requiredDuringSchedulingIgnoredDuringExecution", Tree.map("nodeSelectorTerms", terms));
  }

  private Map<String, @Nullable Object> requirement() {
    String key = dice.one("kubernetes.io/os", "beta.kubernetes.io/os", "zone");
    String operator = dice.one("In", "In", "In", "NotIn", "Exists");
    Map<String, @Nullable Object> requirement = Tree.map("key", key, "operator", operator);
    if (operator.equals("In")) {
      requirement.put("values", dice.one(List.of("windows"), List.of("windows", "linux")));
    } else if (operator.equals("NotIn")) {
      requirement.put("values", List.of("linux"));
    }
    return requirement;
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
