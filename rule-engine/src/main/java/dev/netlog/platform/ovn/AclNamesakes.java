package dev.netlog.platform.ovn;

import dev.netlog.inventory.Inventory;
import dev.netlog.model.GroupKind;
import dev.netlog.model.Resource;
import dev.netlog.platform.ovn.AclNames.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Policies whose ACLs could have the names of another policy's.
final class AclNamesakes {
  /// Namespaces from this length on can share the part of a name that OVN keeps.
  private static final int LONG_NAMESPACE = AclNames.LIMIT - "NP:".length();

  private AclNamesakes() {}

  /// The names of a policy's rules by what OVN keeps of them, in document order; empty where the
  /// namespace is not known. Default deny is left out: it belongs to all policies of a namespace
  /// alike.
  static Map<String, List<Name>> byKeptName(Resource policy) {
    String namespace = policy.id().namespace();
    if (namespace == null && AclNames.isNamespaced(policy.id().groupKind())) {
      return Map.of();
    }
    Map<String, List<Name>> names = new LinkedHashMap<>();
    for (Name name : AclNames.of(policy, namespace == null ? "" : namespace)) {
      if (name.rule() != null) {
        names.computeIfAbsent(name.kept(), _ -> new ArrayList<>(1)).add(name);
      }
    }
    return names;
  }

  /// Any policy in reach where a name is as long as OVN keeps, or else only one of the same name
  /// and another kind: shorter names tell namespace, policy and rule apart.
  static List<Resource> of(Resource subject, Set<String> keptNames, Inventory inventory) {
    String namespace = subject.id().namespace();
    boolean isLong = keptNames.stream().anyMatch(name -> name.length() == AclNames.LIMIT);
    boolean anywhere = namespace == null || (isLong && namespace.length() >= LONG_NAMESPACE);
    List<Resource> others = new ArrayList<>();
    for (GroupKind kind : AclNames.family(subject.id().groupKind())) {
      if (!isLong && subject.is(kind)) {
        continue;
      }
      for (Resource other : inventory.list(kind, anywhere ? null : namespace).items()) {
        if (!isSame(other, subject) && (isLong || other.id().name().equals(subject.id().name()))) {
          others.add(other);
        }
      }
    }
    return others;
  }

  /// The same object in another overlay or environment is no second policy.
  private static boolean isSame(Resource a, Resource b) {
    return a.id().groupKind().equals(b.id().groupKind())
        && a.id().name().equals(b.id().name())
        && Objects.equals(a.id().namespace(), b.id().namespace());
  }
}
