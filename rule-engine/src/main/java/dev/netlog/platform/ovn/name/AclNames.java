package dev.netlog.platform.ovn.name;

import static dev.netlog.model.KubernetesKinds.ADMIN_NETWORK_POLICY;
import static dev.netlog.model.KubernetesKinds.BASELINE_ADMIN_NETWORK_POLICY;
import static dev.netlog.model.KubernetesKinds.NETWORK_POLICY;

import dev.netlog.model.GroupKind;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.ResourceId;
import dev.netlog.network.Direction;
import dev.netlog.platform.ovn.facts.OvnKinds;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The names that OVN-Kubernetes gives the ACLs of a policy, by which log lines are told apart.
///
/// Source: `GetACLName` in
/// [ovn-kubernetes](https://github.com/ovn-kubernetes/ovn-kubernetes/blob/master/go-controller/pkg/libovsdb/util/acl.go).
public final class AclNames {
  /// What the column takes; see
  /// [ovn-nb](https://github.com/ovn-org/ovn/blob/main/ovn-nb.ovsschema).
  static final int LIMIT = 63;

  private static final JsonPointer INGRESS = JsonPointer.of("spec", "ingress");
  private static final JsonPointer EGRESS = JsonPointer.of("spec", "egress");

  /// A name.
  ///
  /// @param full before it is cut
  /// @param rule the rule it stands for, null for the default deny of the namespace
  public record Name(String full, @Nullable JsonPointer rule) {
    boolean isCut() {
      return full.codePointCount(0, full.length()) > LIMIT;
    }

    /// What OVN keeps, to stand in a message: whole, as nothing in it needs an escape.
    String shown() {
      return '"' + kept() + '"';
    }

    /// What OVN keeps.
    public String kept() {
      return isCut() ? full.substring(0, full.offsetByCodePoints(0, LIMIT)) : full;
    }
  }

  private AclNames() {}

  /// The names of a policy's ACLs, default deny first; empty where the object makes none or could
  /// not be in a cluster.
  ///
  /// @param namespace the namespace to count with, where the manifest may name none
  static List<Name> of(Resource policy, String namespace) {
    GroupKind kind = policy.id().groupKind();
    if (label(kind).isEmpty() || !canExist(policy.id())) {
      return List.of();
    }
    List<Name> names = new ArrayList<>();
    boolean firewall = kind.equals(OvnKinds.EGRESS_FIREWALL);
    if (!firewall && isNamespaced(kind)) {
      names.add(ofDefaultDeny(namespace, Direction.INGRESS));
      names.add(ofDefaultDeny(namespace, Direction.EGRESS));
    }
    if (!firewall) {
      addEach(policy, namespace, Direction.INGRESS, names);
    }
    addEach(policy, namespace, Direction.EGRESS, names);
    return names;
  }

  /// The name of what denies for a whole namespace in a direction.
  public static Name ofDefaultDeny(String namespace, Direction direction) {
    return new Name(label(NETWORK_POLICY) + namespace + ":" + direction.title(), null);
  }

  /// The name of the ACLs of one rule.
  ///
  /// @param index its place among those of its direction
  public static Name ofRule(Resource policy, String namespace, Direction direction, int index) {
    return ofRule(prefix(policy, namespace, direction), direction, index);
  }

  /// Whether a cluster could hold an object of this name. What is filled in later, such as
  /// `${NAME}` or an expression of a test tool, is as long as it is by chance.
  static boolean canExist(ResourceId id) {
    String namespace = id.namespace();
    return DnsName.isSubdomain(id.name()) && (namespace == null || DnsName.isLabel(namespace));
  }

  /// The characters that OVN keeps behind the word for the kind.
  static int room(GroupKind kind) {
    return LIMIT - label(kind).length();
  }

  /// The kinds whose names could be those of a kind's.
  static List<GroupKind> family(GroupKind kind) {
    return kind.equals(NETWORK_POLICY) || kind.equals(OvnKinds.MULTI_NETWORK_POLICY)
        ? List.of(NETWORK_POLICY, OvnKinds.MULTI_NETWORK_POLICY)
        : List.of(kind);
  }

  /// Whether objects of the kind live in a namespace.
  static boolean isNamespaced(GroupKind kind) {
    return !kind.equals(ADMIN_NETWORK_POLICY) && !kind.equals(BASELINE_ADMIN_NETWORK_POLICY);
  }

  /// The word for a kind that its names begin with; empty for kinds without ACLs.
  private static String label(GroupKind kind) {
    if (kind.equals(NETWORK_POLICY) || kind.equals(OvnKinds.MULTI_NETWORK_POLICY)) {
      return "NP:";
    }
    if (kind.equals(ADMIN_NETWORK_POLICY)) {
      return "ANP:";
    }
    if (kind.equals(BASELINE_ADMIN_NETWORK_POLICY)) {
      return "BANP:";
    }
    return kind.equals(OvnKinds.EGRESS_FIREWALL) ? "EF:" : "";
  }

  private static void addEach(
      Resource policy, String namespace, Direction direction, List<Name> names) {
    String prefix = prefix(policy, namespace, direction);
    int count = policy.content().itemsAt(rules(direction)).size();
    for (int i = 0; i < count; i++) {
      names.add(ofRule(prefix, direction, i));
    }
  }

  private static Name ofRule(String prefix, Direction direction, int index) {
    return new Name(prefix + ":" + index, rules(direction).child(index));
  }

  private static JsonPointer rules(Direction direction) {
    return switch (direction) {
      case INGRESS -> INGRESS;
      case EGRESS -> EGRESS;
    };
  }

  /// What the names of a policy's rules begin with; those of an EgressFirewall tell no direction.
  private static String prefix(Resource policy, String namespace, Direction direction) {
    GroupKind kind = policy.id().groupKind();
    String label = label(kind);
    if (kind.equals(OvnKinds.EGRESS_FIREWALL)) {
      return label + namespace;
    }
    String name = policy.id().name() + ":" + direction.title();
    return label + (isNamespaced(kind) ? namespace + ":" + name : name);
  }
}
