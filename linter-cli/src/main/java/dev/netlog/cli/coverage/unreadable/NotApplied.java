package dev.netlog.cli.coverage.unreadable;

import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import java.util.Arrays;
import java.util.Map;
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

  private static final Map<String, Predicate<String>> KEEPING =
      Map.of(
          "config.kubernetes.io/local-config", value -> !value.equals("false"),
          "argocd.argoproj.io/hook", value -> all(value, "Skip"),
          "helm.sh/hook", value -> all(value, "test", "test-success", "test-failure"),
          "configmanagement.gke.io/managed", value -> value.equals("disabled"),
          "kustomize.toolkit.fluxcd.io/reconcile", value -> value.equals("disabled"),
          "kustomize.toolkit.fluxcd.io/ssa", value -> value.equals("Ignore"));

  private NotApplied() {}

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
