package dev.netlog.policy;

import dev.netlog.model.FieldMask;
import dev.netlog.model.GroupKind;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The kinds that create pods, where their pod template is, and which labels the cluster adds.
///
/// Source: the Kubernetes API reference, [labels, annotations and
/// taints](https://kubernetes.io/docs/reference/labels-annotations-taints/).
public final class WorkloadKinds {
  static final GroupKind POD = new GroupKind("", "Pod");
  static final GroupKind DEPLOYMENT = new GroupKind("apps", "Deployment");
  static final GroupKind REPLICA_SET = new GroupKind("apps", "ReplicaSet");
  public static final GroupKind STATEFUL_SET = new GroupKind("apps", "StatefulSet");
  static final GroupKind DAEMON_SET = new GroupKind("apps", "DaemonSet");
  static final GroupKind REPLICATION_CONTROLLER = new GroupKind("", "ReplicationController");
  static final GroupKind JOB = new GroupKind("batch", "Job");
  public static final GroupKind CRON_JOB = new GroupKind("batch", "CronJob");

  /// The labels with the name of a Job.
  static final Set<String> JOB_NAME = Set.of("job-name", "batch.kubernetes.io/job-name");

  private static final JsonPointer TEMPLATE = JsonPointer.of("spec", "template");
  private static final Map<GroupKind, JsonPointer> TEMPLATES = templates();

  private static final Set<String> JOB_LABELS =
      Set.of(
          "controller-uid",
          "batch.kubernetes.io/controller-uid",
          "batch.kubernetes.io/job-completion-index");
  private static final Map<GroupKind, Set<String>> GENERATED =
      Map.of(
          DEPLOYMENT, Set.of("pod-template-hash"),
          STATEFUL_SET,
              Set.of(
                  "controller-revision-hash",
                  "statefulset.kubernetes.io/pod-name",
                  "apps.kubernetes.io/pod-index"),
          DAEMON_SET, Set.of("controller-revision-hash", "pod-template-generation"),
          JOB, JOB_LABELS,
          CRON_JOB, union(JOB_LABELS, JOB_NAME));

  /// The label that an Argo Rollout adds to the pods of its ReplicaSets. Source: [argo-rollouts
  /// types.go](https://github.com/argoproj/argo-rollouts/blob/master/pkg/apis/rollouts/v1alpha1/types.go).
  private static final String ROLLOUT_HASH = "rollouts-pod-template-hash";

  /// The fields of the object itself, apart from its pod.
  private static final FieldMask OBJECT = FieldMask.of("apiVersion", "kind", "metadata");

  private static final FieldMask CONTAINER = FieldMask.of("name", "ports", "restartPolicy");
  private static final FieldMask OTHER_POD_SPEC =
      FieldMask.of("hostNetwork", "nodeSelector", "os")
          .and("affinity", FieldMask.of("nodeAffinity"))
          .and("containers", CONTAINER)
          .and("initContainers", CONTAINER);
  private static final FieldMask POD_SPEC =
      OTHER_POD_SPEC.and("containers", FieldMask.of("name", "ports", "restartPolicy", "image"));
  private static final FieldMask POD_TEMPLATE = FieldMask.of("metadata").and("spec", POD_SPEC);

  private static final JsonPointer TEMPLATE_LABELS =
      JsonPointer.of("spec", "template", "metadata", "labels");
  private static final JsonPointer TEMPLATE_CONTAINERS =
      JsonPointer.of("spec", "template", "spec", "containers");

  /// Without images: a placeholder in a field that is read makes the object count as unreadable,
  /// and images, which often have placeholders, must not do that.
  private static final FieldMask OTHER_PARTS =
      OBJECT.and(
          "spec",
          new FieldMask(Map.of("template", FieldMask.of("metadata").and("spec", OTHER_POD_SPEC))));

  private WorkloadKinds() {}

  /// Whether an object creates pods: its kind is a Kubernetes workload, or it has a pod template in
  /// the usual place, such as an Argo Rollout.
  public static boolean isWorkload(Resource resource) {
    return TEMPLATES.containsKey(resource.id().groupKind()) || hasTemplate(resource.content());
  }

  private static boolean hasTemplate(Value.Mapping content) {
    return content.at(TEMPLATE_LABELS) instanceof Value.Mapping
        && content.at(TEMPLATE_CONTAINERS) instanceof Value.Sequence;
  }

  /// The Kubernetes kinds that create pods.
  public static Set<GroupKind> all() {
    return TEMPLATES.keySet();
  }

  /// The place of the pod in an object of a kind: the object itself for a Pod.
  public static JsonPointer template(GroupKind kind) {
    return TEMPLATES.getOrDefault(kind, TEMPLATE);
  }

  /// The fields of an object of a kind that policies and messages need. Pod templates are large,
  /// and most of their fields do not matter.
  public static FieldMask parts(GroupKind kind) {
    List<String> path = template(kind).tokens();
    if (path.isEmpty()) {
      return OBJECT.and("spec", POD_SPEC);
    }
    FieldMask parts = POD_TEMPLATE;
    for (String name : path.subList(1, path.size()).reversed()) {
      parts = new FieldMask(Map.of(name, parts));
    }
    return OBJECT.and(path.getFirst(), parts);
  }

  /// The same for kinds that are not part of Kubernetes.
  public static FieldMask otherParts() {
    return OTHER_PARTS;
  }

  /// The labels of pods of a kind whose values the cluster generates.
  static Set<String> generated(GroupKind kind) {
    return GENERATED.getOrDefault(kind, Set.of());
  }

  /// Whether the cluster generates the value of a label, for pods of some kind.
  static boolean isGenerated(String label) {
    return label.equals(ROLLOUT_HASH)
        || GENERATED.values().stream().anyMatch(labels -> labels.contains(label));
  }

  private static Map<GroupKind, JsonPointer> templates() {
    Map<GroupKind, JsonPointer> templates = new LinkedHashMap<>();
    templates.put(POD, JsonPointer.ROOT);
    templates.put(DEPLOYMENT, TEMPLATE);
    templates.put(REPLICA_SET, TEMPLATE);
    templates.put(STATEFUL_SET, TEMPLATE);
    templates.put(DAEMON_SET, TEMPLATE);
    templates.put(REPLICATION_CONTROLLER, TEMPLATE);
    templates.put(JOB, TEMPLATE);
    templates.put(CRON_JOB, JsonPointer.of("spec", "jobTemplate", "spec", "template"));
    return templates;
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> union = new java.util.HashSet<>(one);
    union.addAll(other);
    return Set.copyOf(union);
  }
}
