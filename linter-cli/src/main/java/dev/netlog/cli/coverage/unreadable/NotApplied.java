package dev.netlog.cli.coverage.unreadable;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.policy.WorkloadKinds;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Recognises annotations by which a deployment tool keeps an object from the cluster. The cluster
/// then keeps the previous object, or none, whatever the file says.
///
/// Sources: kustomize (`config.kubernetes.io/local-config`), [Argo CD's resource
/// hooks](https://argo-cd.readthedocs.io/en/stable/user-guide/resource_hooks/), [Helm's chart
/// tests](https://helm.sh/docs/topics/chart_tests/), [Config
/// Sync](https://cloud.google.com/kubernetes-engine/enterprise/config-sync/docs/how-to/managing-objects),
/// [Flux](https://fluxcd.io/flux/components/kustomize/kustomizations/#controlling-the-apply-behavior-of-resources).
final class NotApplied {
  static final String REASON = "not-applied";
  private static final String ARGO_HOOK = "argocd.argoproj.io/hook";
  private static final String HELM_HOOK = "helm.sh/hook";

  private static final Map<String, Predicate<String>> KEEPING =
      Map.of(
          "config.kubernetes.io/local-config",
          value -> !value.equals("false"),
          ARGO_HOOK,
          value -> all(value, "Skip"),
          HELM_HOOK,
          value -> all(value, "test", "test-success", "test-failure"),
          "configmanagement.gke.io/managed",
          value -> value.equals("disabled"),
          "kustomize.toolkit.fluxcd.io/reconcile",
          value -> value.equals("disabled"),
          "kustomize.toolkit.fluxcd.io/ssa",
          value -> value.equals("Ignore"));

  /// Annotations by which a tool may keep an object from the cluster, or delete it there. The
  /// object still gives points: it may be in the cluster.
  private static final List<String> SELECTORS =
      List.of(
          "configmanagement.gke.io/cluster-selector",
          "configmanagement.gke.io/namespace-selector",
          "configsync.gke.io/cluster-name-selector");

  private static final List<String> HOOK_DELETIONS =
      List.of("argocd.argoproj.io/hook-delete-policy", "helm.sh/hook-delete-policy");

  /// The phases in which Argo CD applies a hook at each sync.
  private static final List<String> SYNC_PHASES = List.of("PreSync", "Sync", "PostSync");

  private static final JsonPointer OWNERS = JsonPointer.of("metadata", "ownerReferences");

  private NotApplied() {}

  /// The place of a new field by which a tool or the cluster may drop an object; null if there is
  /// none.
  static @Nullable JsonPointer mayBeDropped(Resource before, Resource now) {
    Set<JsonPointer> reasons = droppers(now);
    for (JsonPointer reason : reasons) {
      if (!Objects.equals(before.content().at(reason), now.content().at(reason))) {
        return reason;
      }
    }
    return null;
  }

  private static Set<JsonPointer> droppers(Resource object) {
    Set<JsonPointer> found = new LinkedHashSet<>();
    for (String key : SELECTORS) {
      add(found, object, key);
    }
    // A hook is not a part of the release.
    add(found, object, HELM_HOOK);
    if (object.annotations().get(ARGO_HOOK) instanceof Value.Text(String phases)) {
      if (!all(phases, SYNC_PHASES.toArray(String[]::new))) {
        add(found, object, ARGO_HOOK);
      }
      for (String key : HOOK_DELETIONS) {
        if (object.annotations().get(key) != null) {
          add(found, object, ARGO_HOOK);
          add(found, object, key);
        }
      }
    }
    // The garbage collector deletes an object without an owner. Workloads have owners anyway.
    if (!object.content().itemsAt(OWNERS).isEmpty()
        && !WorkloadKinds.all().contains(object.id().groupKind())) {
      found.add(OWNERS);
    }
    return found;
  }

  private static void add(Set<JsonPointer> found, Resource object, String key) {
    if (object.annotations().get(key) != null) {
      found.add(Resource.annotationPointer(key));
    }
  }

  /// The key of the annotation that keeps an object from the cluster; null if there is none.
  static @Nullable String key(Resource object) {
    for (Map.Entry<String, Predicate<String>> each : KEEPING.entrySet()) {
      if (object.annotations().get(each.getKey()) instanceof Value.Text(String text)
          && each.getValue().test(text)) {
        return each.getKey();
      }
    }
    return null;
  }

  private static boolean all(String list, String... words) {
    return Arrays.stream(list.split(",", -1))
        .map(String::strip)
        .allMatch(word -> Arrays.asList(words).contains(word));
  }
}
