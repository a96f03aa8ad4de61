package dev.netlog.coverage.input;

import dev.netlog.network.KnownLabels;
import dev.netlog.network.Label;
import dev.netlog.network.Truth;
import dev.netlog.policy.AdminPolicy;
import dev.netlog.policy.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Assumes pods for cluster-scoped policies that select no workload of the input. Repositories with
/// such policies seldom contain workloads too.
public final class AssumedPods {
  private final boolean complete;
  private final List<NamespaceSubjects> namespaces;
  private final Map<String, List<Pod>> pods = new TreeMap<>();

  /// Pods with one set of labels.
  ///
  /// @param namespaceLabels the labels of their namespace if that is [Subject#ANYWHERE], else empty
  /// @param name the name of the virtual subject
  /// @param labels their labels
  public record Pod(Map<String, String> namespaceLabels, String name, Map<String, String> labels) {}

  private AssumedPods(boolean complete, List<NamespaceSubjects> namespaces) {
    this.complete = complete;
    this.namespaces = namespaces;
  }

  /// The pods by namespace, in the order of their names.
  public static Map<String, List<Pod>> of(
      TargetInput target, ClusterRules cluster, List<NamespaceSubjects> namespaces) {
    AssumedPods assumed = new AssumedPods(target.isComplete(), namespaces);
    cluster.policies().stream()
        .sorted(Comparator.comparing(AssumedPods::name))
        .forEach(assumed::add);
    return assumed.pods;
  }

  private static String name(AdminPolicy policy) {
    return policy.resource().id().kind() + "-" + policy.name();
  }

  private void add(AdminPolicy policy) {
    Map<String, String> labels = policy.pods().smallestLabels();
    if (labels == null || namespaces.stream().anyMatch(each -> maySelectIn(each, policy))) {
      return;
    }
    boolean selectsNamespace = false;
    for (NamespaceSubjects each : namespaces) {
      if (each.input().namespace() != null
          && policy.namespaces().matches(each.labels()) == Truth.TRUE) {
        selectsNamespace = true;
        if (!complete || each.input().workloads().isEmpty()) {
          add(each.input().name(), new Pod(Map.of(), name(policy), labels));
        }
      }
    }
    Map<String, String> anywhere = selectsNamespace ? null : smallestNamespace(policy);
    if (anywhere != null) {
      add(Subject.ANYWHERE, new Pod(anywhere, name(policy), labels));
    }
  }

  private static boolean maySelectIn(NamespaceSubjects namespace, AdminPolicy policy) {
    KnownLabels labels = namespace.labels();
    return policy.namespaces().matches(labels) != Truth.FALSE
        && namespace.reached().stream()
            .anyMatch(subject -> policy.appliesTo(labels, subject.labels()) != Truth.FALSE);
  }

  /// The smallest set of labels of a namespace that the policy selects, including the name label;
  /// null if there is no such namespace.
  private static @Nullable Map<String, String> smallestNamespace(AdminPolicy policy) {
    Map<String, String> smallest = policy.namespaces().smallestLabels();
    if (smallest == null) {
      return null;
    }
    Map<String, String> labels = new TreeMap<>(smallest);
    labels.putIfAbsent(Label.NAMESPACE_NAME.key(), Subject.ANYWHERE);
    return policy.namespaces().matches(KnownLabels.of(labels)) == Truth.TRUE ? labels : null;
  }

  private void add(String namespace, Pod pod) {
    List<Pod> there = pods.computeIfAbsent(namespace, _ -> new ArrayList<>());
    boolean known =
        there.stream()
            .anyMatch(
                other ->
                    other.labels().equals(pod.labels())
                        && other.namespaceLabels().equals(pod.namespaceLabels()));
    if (!known) {
      there.add(pod);
    }
  }
}
