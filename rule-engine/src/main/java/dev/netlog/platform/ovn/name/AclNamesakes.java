package dev.netlog.platform.ovn.name;

import dev.netlog.inventory.Inventory;
import dev.netlog.model.GroupKind;
import dev.netlog.model.Resource;
import dev.netlog.model.ResourceId;
import dev.netlog.platform.ovn.name.AclNames.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Policies whose ACLs could have the names of another policy's.
final class AclNamesakes {
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

  /// Other policies with rules whose names are kept as those of the subject's rules are, up to a
  /// limit.
  ///
  /// Names of Kubernetes hold no colon. Two policies therefore share a name only where all that
  /// stands before the rule is equal, as in a policy of another kind with that name, or is cut
  /// before it differs; in the latter case all their rules share one. Thousands of policies are
  /// compared with each other, so their rules are not looked at before that is known.
  static List<Resource> of(Resource subject, Inventory inventory, int limit) {
    String namespace = subject.id().namespace();
    GroupKind own = subject.id().groupKind();
    int room = AclNames.room(own);
    boolean anywhere = namespace == null || namespace.length() >= room;
    boolean isLong =
        namespace == null || namespace.length() + 1 + subject.id().name().length() >= room;
    List<Resource> others = new ArrayList<>();
    for (GroupKind kind : AclNames.family(own)) {
      if (!isLong && kind.equals(own)) {
        continue;
      }
      for (Resource other : inventory.list(kind, anywhere ? null : namespace).items()) {
        if (others.size() == limit) {
          return others;
        }
        if (isCollision(subject.id(), other.id(), room, kind.equals(own))
            && !byKeptName(other).isEmpty()) {
          others.add(other);
        }
      }
    }
    return others;
  }

  /// The same object in another overlay or environment is no second policy.
  private static boolean isCollision(ResourceId a, ResourceId b, int room, boolean sameKind) {
    String namespace = a.namespace();
    int rest = namespace == null ? room : room - namespace.length() - ":".length();
    // Most policies differ in their names' beginnings, which is the cheapest to see.
    if (rest > 0 && !a.name().regionMatches(0, b.name(), 0, Math.min(rest, a.name().length()))) {
      return false;
    }
    if (!Objects.equals(namespace, b.namespace())) {
      return namespace != null
          && b.namespace() != null
          && namespace.regionMatches(0, b.namespace(), 0, room);
    }
    return a.name().equals(b.name()) ? !sameKind : a.name().length() >= rest;
  }
}
