package dev.netlog.platform.ovn.placement;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Where an object holds the template of a pod.
public final class PodTemplates {
  private static final JsonPointer CONTAINERS = JsonPointer.of("spec", "containers");

  private static final List<JsonPointer> PLACES =
      List.of(
          JsonPointer.of("template"),
          JsonPointer.of("spec", "template"),
          JsonPointer.of("spec", "jobTemplate", "spec", "template"));

  /// Kinds whose template is a pod's even in a patch that shows no containers. Templates of other
  /// objects (of an Argo CD Application, of a federated Namespace) have the same name in other
  /// kinds.
  private static final Set<String> WORKLOADS =
      Set.of(
          "Deployment",
          "DeploymentConfig",
          "StatefulSet",
          "DaemonSet",
          "ReplicaSet",
          "ReplicationController",
          "Job",
          "CronJob",
          "PodTemplate",
          "Rollout");

  private PodTemplates() {}

  /// The templates of an object; for most kinds none.
  public static List<JsonPointer> of(Resource subject) {
    List<JsonPointer> found = List.of();
    for (JsonPointer place : PLACES) {
      if (isPodTemplate(subject, place)) {
        found = found.isEmpty() ? new ArrayList<>() : found;
        found.add(place);
      }
    }
    return found;
  }

  private static boolean isPodTemplate(Resource subject, JsonPointer place) {
    return subject.content().at(place) instanceof Value.Mapping template
        && (WORKLOADS.contains(subject.id().kind()) || !template.itemsAt(CONTAINERS).isEmpty());
  }
}
