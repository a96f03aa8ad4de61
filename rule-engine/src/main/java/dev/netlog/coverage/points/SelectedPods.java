package dev.netlog.coverage.points;

import dev.netlog.network.Label;
import dev.netlog.network.LabelSamples;
import dev.netlog.network.Selector;
import dev.netlog.policy.AdminPolicy;
import dev.netlog.policy.PortNames;
import dev.netlog.policy.Subject;
import dev.netlog.policy.Subjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Finds the pods that a policy selects beside those of its virtual subject.
final class SelectedPods {
  private SelectedPods() {}

  /// The pods of a selector, as far as it or its new version distinguishes them.
  static List<Subject> of(Subject virtual, Selector selector, Selector now) {
    List<Subject> pods = new ArrayList<>();
    for (Map<String, String> labels : LabelSamples.of(selector, now)) {
      if (!labels.equals(virtual.labels().known())) {
        pods.add(pods(virtual, virtual.namespaceLabels(), labels));
      }
    }
    return pods;
  }

  /// The same for a cluster-scoped policy, also in the namespaces that it selects if none is in the
  /// input.
  static List<Subject> of(Subject virtual, AdminPolicy policy, AdminPolicy now) {
    List<Subject> pods = new ArrayList<>(of(virtual, policy.pods(), now.pods()));
    if (virtual.namespace().equals(Subject.ANYWHERE)) {
      for (Map<String, String> sample : LabelSamples.of(policy.namespaces(), now.namespaces())) {
        Map<String, String> namespace = new TreeMap<>(sample);
        namespace.putIfAbsent(Label.NAMESPACE_NAME.key(), Subject.ANYWHERE);
        if (!namespace.equals(virtual.namespaceLabels())) {
          pods.add(pods(virtual, namespace, virtual.labels().known()));
        }
      }
    }
    return pods;
  }

  private static Subject pods(
      Subject virtual, Map<String, String> namespace, Map<String, String> labels) {
    return Subjects.virtual(virtual.namespace(), namespace, virtual.name(), labels, PortNames.NONE);
  }

  /// A description of pods: `pods with app=api`, `pods without labels in namespaces with team=a`.
  static String text(Subject pods) {
    Map<String, String> namespace = new TreeMap<>(pods.namespaceLabels());
    namespace.remove(Label.NAMESPACE_NAME.key(), Subject.ANYWHERE);
    String which =
        pods.labels().known().isEmpty()
            ? "pods without labels"
            : "pods with " + text(pods.labels().known());
    return namespace.isEmpty() ? which : which + " in namespaces with " + text(namespace);
  }

  private static String text(Map<String, String> labels) {
    List<String> texts = new ArrayList<>();
    new TreeMap<>(labels).forEach((key, value) -> texts.add(key + "=" + value));
    return String.join(",", texts);
  }
}
