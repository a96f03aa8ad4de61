package dev.netlog.platform.ovn.placement;

import static dev.netlog.model.KubernetesKinds.CLUSTER_NETWORK_POLICY;

import dev.netlog.fix.Fix;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.ovn.acl.AclKey;
import dev.netlog.platform.ovn.acl.AclReader;
import dev.netlog.platform.ovn.facts.OvnKinds;
import dev.netlog.platform.ovn.facts.OvnSources;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.ArrayList;
import java.util.List;

/// The key where nothing reads it.
public final class OvnMisplacedAnnotation implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ovn-misplaced-annotation", "ovn", Severity.ERROR)
          .code("misplaced-annotation")
          .title("acl-logging stands where nothing reads it")
          .explanation(
              """
              OVN-Kubernetes reads the annotation from three kinds of objects: from a Namespace, for the \
              NetworkPolicies, MultiNetworkPolicies and EgressFirewalls in it; and from an \
              AdminNetworkPolicy or BaselineAdminNetworkPolicy, for that policy itself. On any other \
              object, the NetworkPolicy included, it is stored and ignored. So it is on a pod template, and \
              as a label, where the API server refuses a JSON value anyway.

              OVN-Kubernetes has no support for ClusterNetworkPolicy, so the annotation has no known effect \
              there.
              """)
          .remedy(
              FixKind.MANUAL,
              "Move the annotation to the Namespace, or to the admin policy whose verdicts are to"
                  + " be logged.")
          .sources(OvnSources.KEY, OvnSources.NAMESPACE, OvnSources.ADMIN_POLICY);

  private static final JsonPointer ANNOTATIONS = JsonPointer.of("metadata", "annotations");
  private static final JsonPointer LABELS = JsonPointer.of("metadata", "labels");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Resource subject, Inventory inventory) {
    if (isWrapper(subject) || subject.is(OvnKinds.PROJECT)) {
      return List.of();
    }
    List<Violation> violations = new ArrayList<>();
    if (AclReader.of(subject) == null) {
      addAt(ANNOTATIONS, onKind(subject), subject, violations);
    }
    addAt(LABELS, asLabel(subject), subject, violations);
    for (JsonPointer template : PodTemplates.of(subject)) {
      String message = notRead("from a pod template") + where(subject);
      addAt(template.append(ANNOTATIONS), message, subject, violations);
      addAt(template.append(LABELS), message, subject, violations);
    }
    return violations;
  }

  /// A `List` of objects; each of them is looked at on its own.
  private static boolean isWrapper(Resource subject) {
    return subject.id().kind().endsWith("List")
        && subject.content().at(JsonPointer.of("items")) instanceof Value.Sequence;
  }

  private static void addAt(
      JsonPointer parent, String message, Resource subject, List<Violation> violations) {
    if (subject.content().mappingAt(parent).get(AclKey.KEY) != null) {
      violations.add(
          Violation.at(Place.key(parent.child(AclKey.KEY)), message)
              .withFix(Fix.manual("move the annotation to where OVN reads it")));
    }
  }

  private static String onKind(Resource subject) {
    if (subject.is(CLUSTER_NETWORK_POLICY)) {
      return Quoted.of(AclKey.KEY)
          + " has no known effect on a ClusterNetworkPolicy, which OVN-Kubernetes does not support;"
          + " delete it";
    }
    return notRead("from kind " + Quoted.of(subject.id().kind())) + where(subject);
  }

  private static String asLabel(Resource subject) {
    return AclReader.of(subject) == null
        ? notRead("from labels") + where(subject)
        : notRead("from labels") + "; move it to the annotations of the same object";
  }

  private static String notRead(String place) {
    return "OVN does not read " + Quoted.of(AclKey.KEY) + " " + place;
  }

  private static String where(Resource subject) {
    String namespace = subject.id().namespace();
    return "; OVN reads it from the "
        + (namespace == null ? "Namespace, or from an admin policy" : "Namespace " + namespace)
        + ": annotate that";
  }
}
