package dev.netlog.coverage.input;

import dev.netlog.model.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The objects that the coverage of one namespace depends on, apart from cluster-scoped ones.
///
/// @param name the namespace, empty for cluster-scoped objects
/// @param namespace the Namespace object, null if it is not in the input
/// @param workloads objects that create pods
/// @param owned objects that create no pods themselves, and that controllers own
/// @param policies NetworkPolicies, by name
/// @param others policies of the platform's own kinds and of kinds that are not modelled
/// @param texts texts that may hold policies of any namespace, by key; only the cluster has them
public record NamespaceInput(
    String name,
    @Nullable Resource namespace,
    List<Resource> workloads,
    List<Resource> owned,
    List<Resource> policies,
    List<Resource> others,
    List<UnreadText> texts) {
  public NamespaceInput {
    workloads = List.copyOf(workloads);
    owned = List.copyOf(owned);
    policies = List.copyOf(policies);
    others = List.copyOf(others);
    texts = List.copyOf(texts);
  }

  /// A namespace without objects.
  public static NamespaceInput empty(String name) {
    return new NamespaceInput(name, null, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /// A cluster without objects of its own.
  static NamespaceInput ofTexts(List<UnreadText> texts) {
    return new NamespaceInput("", null, List.of(), List.of(), List.of(), List.of(), texts);
  }

  /// Whether the objects and their places in files are the same, so that results for one apply to
  /// the other.
  public boolean isSameAs(NamespaceInput other) {
    return same(namespace, other.namespace)
        && same(workloads, other.workloads)
        && same(owned, other.owned)
        && same(policies, other.policies)
        && same(others, other.others)
        && texts.equals(other.texts);
  }

  private static boolean same(List<Resource> one, List<Resource> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!same(one.get(i), other.get(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean same(@Nullable Resource one, @Nullable Resource other) {
    if (one == null) {
      return other == null;
    }
    return other != null
        && one.id().equals(other.id())
        && one.origin().equals(other.origin())
        && one.content().equals(other.content());
  }
}
