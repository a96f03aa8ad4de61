package dev.netlog.platform.ovn;

import static dev.netlog.model.KubernetesKinds.ADMIN_NETWORK_POLICY;
import static dev.netlog.model.KubernetesKinds.BASELINE_ADMIN_NETWORK_POLICY;
import static dev.netlog.model.KubernetesKinds.NETWORK_POLICY;

import dev.netlog.model.GroupKind;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.rule.Quoted;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The names that OVN-Kubernetes gives the ACLs of a policy, by which log lines are told apart.
///
/// Source: `GetACLName` in
/// [ovn-kubernetes](https://github.com/ovn-kubernetes/ovn-kubernetes/blob/master/go-controller/pkg/libovsdb/util/acl.go).
final class AclNames {
  /// What the column takes; see
  /// [ovn-nb](https://github.com/ovn-org/ovn/blob/main/ovn-nb.ovsschema).
  static final int LIMIT = 63;

  private static final JsonPointer INGRESS = JsonPointer.of("spec", "ingress");
  private static final JsonPointer EGRESS = JsonPointer.of("spec", "egress");

  /// A name.
  ///
  /// @param full before it is cut
  /// @param rule the rule it stands for, null for the default deny of the namespace
  record Name(String full, @Nullable JsonPointer rule) {
    boolean isCut() {
      return full.length() > LIMIT;
    }

    /// What OVN keeps, to stand in a message: whole, where it is a name that Kubernetes would take.
    String shown() {
      return kept().matches("[A-Za-z0-9:.?-]+") ? '"' + kept() + '"' : Quoted.of(kept());
    }

    /// What OVN keeps.
    String kept() {
      return isCut() ? full.substring(0, LIMIT) : full;
    }
  }

  private AclNames() {}

  /// The names of a policy's ACLs, default deny first; empty where the object makes none or has no
  /// name.
  ///
  /// @param namespace the namespace to count with, where the manifest may name none
  static List<Name> of(Resource policy, String namespace) {
    String name = policy.id().name();
    if (name.isEmpty()) {
      return List.of();
    }
    List<Name> names = new ArrayList<>();
    if (policy.is(NETWORK_POLICY) || policy.is(OvnKinds.MULTI_NETWORK_POLICY)) {
      names.add(new Name("NP:" + namespace + ":Ingress", null));
      names.add(new Name("NP:" + namespace + ":Egress", null));
      addRules(policy, "NP:" + namespace + ":" + name, names);
    } else if (policy.is(ADMIN_NETWORK_POLICY)) {
      addRules(policy, "ANP:" + name, names);
    } else if (policy.is(BASELINE_ADMIN_NETWORK_POLICY)) {
      addRules(policy, "BANP:" + name, names);
    } else if (policy.is(OvnKinds.EGRESS_FIREWALL)) {
      addEach(policy, EGRESS, "EF:" + namespace, names);
    }
    return names;
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

  private static void addRules(Resource policy, String prefix, List<Name> names) {
    addEach(policy, INGRESS, prefix + ":Ingress", names);
    addEach(policy, EGRESS, prefix + ":Egress", names);
  }

  private static void addEach(Resource policy, JsonPointer rules, String prefix, List<Name> names) {
    int count = policy.content().itemsAt(rules).size();
    for (int i = 0; i < count; i++) {
      names.add(new Name(prefix + ":" + i, rules.child(i)));
    }
  }
}
