package dev.netlog.platform.gke.annotation;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// One of GKE's logging keys, or something like it, where an object carries it.
///
/// @param key as written
/// @param value as written
/// @param pointer where it stands
/// @param spot what it stands among
public record KeyPlace(String key, Value value, JsonPointer pointer, Spot spot) {
  /// What a key may stand among.
  enum Spot {
    ANNOTATIONS("annotation"),
    LABELS("label"),
    TEMPLATE("key of a pod template");

    private final String word;

    Spot(String word) {
      this.word = word;
    }

    /// What a key there is called.
    String word() {
      return word;
    }
  }

  private static final JsonPointer ANNOTATIONS = JsonPointer.of("metadata", "annotations");
  private static final JsonPointer LABELS = JsonPointer.of("metadata", "labels");
  private static final JsonPointer CONTAINERS = JsonPointer.of("spec", "containers");
  private static final JsonPointer JOB_TEMPLATE = JsonPointer.of("spec", "jobTemplate");
  private static final List<JsonPointer> POD_TEMPLATES =
      List.of(
          JsonPointer.of("spec", "template"),
          JsonPointer.of("spec", "jobTemplate", "spec", "template"),
          JsonPointer.of("template"));
  private static final Set<String> WORKLOADS =
      Set.of(
          "CronJob",
          "DaemonSet",
          "Deployment",
          "DeploymentConfig",
          "Job",
          "PodTemplate",
          "ReplicaSet",
          "ReplicationController",
          "Rollout",
          "StatefulSet");

  /// The keys of an object that GKE's rules look at. Other objects written inside this one
  /// (policies of policy engines, text of ConfigMaps) are not looked into, nor are the wrappers of
  /// lists.
  public static List<KeyPlace> in(Resource resource) {
    List<KeyPlace> places = new ArrayList<>();
    if (resource.id().kind().equals("List")) {
      return places;
    }
    Value.Mapping content = resource.content();
    collect(content, ANNOTATIONS, Spot.ANNOTATIONS, places);
    collect(content, LABELS, Spot.LABELS, places);
    boolean workload = WORKLOADS.contains(resource.id().kind());
    if (workload) {
      collect(content, JOB_TEMPLATE, places);
    }
    for (JsonPointer template : POD_TEMPLATES) {
      Value pod = content.at(template);
      if (pod != null && (workload || pod.at(CONTAINERS) != null)) {
        collect(content, template, places);
      }
    }
    return places;
  }

  private static void collect(Value.Mapping content, JsonPointer template, List<KeyPlace> places) {
    collect(content, template.append(ANNOTATIONS), Spot.TEMPLATE, places);
    collect(content, template.append(LABELS), Spot.TEMPLATE, places);
  }

  private static void collect(
      Value.Mapping content, JsonPointer at, Spot spot, List<KeyPlace> places) {
    content
        .mappingAt(at)
        .members()
        .forEach(
            (key, value) -> {
              if (Misspelling.concerns(key)) {
                places.add(new KeyPlace(key, value, at.child(key), spot));
              }
            });
  }
}
