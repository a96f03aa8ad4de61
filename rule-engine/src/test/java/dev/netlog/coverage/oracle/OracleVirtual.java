package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.OracleSelector.Answer;
import dev.netlog.coverage.oracle.OracleSelector.LabelSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds the subjects that stand for pods that were not read: one for each label set that a
/// selector asks for which matches no workload.
final class OracleVirtual {
  /// The namespace of what selects Namespaces that were not read.
  static final String ANYWHERE = "*";

  private static final String NAME = "kubernetes.io/metadata.name";

  /// A virtual subject where it is.
  ///
  /// @param place the labels of its namespace
  record Located(String namespace, LabelSet place, OracleSubject subject) {
    /// Whether the same pods are meant in two states. A Namespace that was read may change its own
    /// labels.
    boolean isSameAs(Located other) {
      return namespace.equals(other.namespace)
          && (!namespace.equals(ANYWHERE) || place.equals(other.place))
          && subject.pods().equals(other.subject.pods());
    }
  }

  private final List<Located> found = new ArrayList<>();

  /// Those of the NetworkPolicies of a namespace, by name.
  ///
  /// @param real the subjects that count: those in the node's network do not
  void ofPolicies(
      String namespace, LabelSet place, List<OraclePolicy> policies, List<OracleSubject> real) {
    for (OraclePolicy policy : policies) {
      if (real.stream().allMatch(each -> each.matches(policy.selector()).equals(Answer.FALSE))) {
        add(namespace, place, policy.selector(), policy.name());
      }
    }
  }

  /// Those of an admin policy that selects none of the real subjects.
  ///
  /// @param read the Namespaces in the input: labels by name
  /// @param allowed where there may be virtual subjects
  void ofAdmin(
      OracleAdmin admin, Map<String, LabelSet> read, java.util.function.Predicate<String> allowed) {
    String name = (admin.baseline() ? "Baseline" : "") + "AdminNetworkPolicy-" + admin.name();
    boolean somewhere = false;
    for (Map.Entry<String, LabelSet> each : new TreeMap<>(read).entrySet()) {
      if (admin.namespaces().matches(each.getValue()).equals(Answer.TRUE)) {
        somewhere = true;
        if (allowed.test(each.getKey())) {
          add(each.getKey(), each.getValue(), admin.pods(), name);
        }
      }
    }
    Map<String, String> labels = anywhere(admin.namespaces());
    if (!somewhere && labels != null) {
      add(ANYWHERE, new LabelSet(labels, Set.of(), false), admin.pods(), name);
    }
  }

  /// The smallest labels of a namespace. Each namespace has its name among them.
  private static @Nullable Map<String, String> anywhere(OracleSelector selector) {
    Map<String, String> smallest = selector.smallest();
    if (smallest == null) {
      return null;
    }
    Map<String, String> labels = new TreeMap<>(smallest);
    labels.putIfAbsent(NAME, ANYWHERE);
    return selector.matches(labels) ? labels : null;
  }

  private void add(String namespace, LabelSet place, OracleSelector selector, String name) {
    Map<String, String> labels = selector.smallest();
    if (labels == null) {
      return;
    }
    LabelSet set = new LabelSet(labels, Set.of(), false);
    for (Located each : found) {
      if (each.namespace().equals(namespace)
          && each.place().equals(place)
          && each.subject().pods().equals(List.of(set))) {
        return;
      }
    }
    String id = namespace + "/Virtual/" + name;
    found.add(new Located(namespace, place, OracleSubject.virtual(id, set)));
  }

  /// The order in which admin policies name subjects that they share.
  static Collection<OracleAdmin> ordered(Collection<OracleAdmin> admins) {
    return admins.stream()
        .sorted(Comparator.comparing(OracleAdmin::baseline).thenComparing(OracleAdmin::name))
        .toList();
  }

  List<Located> found() {
    return List.copyOf(found);
  }
}
