package dev.netlog.platform.ovn;

import dev.netlog.fix.Fix;
import dev.netlog.fix.Patched;
import dev.netlog.fix.Safety;
import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.ManifestInventory;
import dev.netlog.model.Origin;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.ovn.acl.AclKey;
import dev.netlog.rule.Rule;
import dev.netlog.rule.Violation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Objects and inventories for the tests of this package.
public final class Given {
  private static final JsonMapper JSON = new JsonMapper();

  public static final Inventory NOTHING_KNOWN = ManifestInventory.of(List.of(), Set.of());

  private Given() {}

  /// An object from JSON in which single quotes stand for double ones.
  public static Resource object(String json) {
    return resource(value(JSON.readTree(json.replace('\'', '"'))));
  }

  public static Resource resource(Value value) {
    return Objects.requireNonNull(Resource.of(value, Origin.NOWHERE), "no kind or apiVersion");
  }

  public static Resource namespace(String annotation) {
    return annotated("v1", "Namespace", "payments", annotation);
  }

  public static Resource admin(String annotation) {
    return annotated(
        "policy.networking.k8s.io/v1alpha1", "AdminNetworkPolicy", "tenants", annotation);
  }

  public static Resource baseline(String annotation) {
    return annotated(
        "policy.networking.k8s.io/v1alpha1", "BaselineAdminNetworkPolicy", "default", annotation);
  }

  static Resource annotated(String apiVersion, String kind, String name, String annotation) {
    return resource(
        mapping(
            "apiVersion",
            new Value.Text(apiVersion),
            "kind",
            new Value.Text(kind),
            "metadata",
            mapping(
                "name",
                new Value.Text(name),
                "annotations",
                mapping(AclKey.KEY, new Value.Text(annotation)))));
  }

  public static Resource policy(String namespace, String name, int ingress, int egress) {
    return object(
        "{'apiVersion':'networking.k8s.io/v1','kind':'NetworkPolicy','metadata':{'name':'%s','namespace':'%s'},'spec':{'podSelector':{},'ingress':%s,'egress':%s}}"
            .formatted(name, namespace, rules(ingress), rules(egress)));
  }

  public static Resource multi(String namespace, String name, String ingress) {
    return object(
        "{'apiVersion':'k8s.cni.cncf.io/v1beta1','kind':'MultiNetworkPolicy','metadata':{'name':'%s','namespace':'%s'},'spec':{'ingress':%s}}"
            .formatted(name, namespace, ingress));
  }

  public static Resource firewall(String namespace, String egress) {
    return object(
        "{'apiVersion':'k8s.ovn.org/v1','kind':'EgressFirewall','metadata':{'name':'default','namespace':'%s'},'spec':{'egress':%s}}"
            .formatted(namespace, egress));
  }

  public static Resource network(String auditConfig) {
    return object(
        "{'apiVersion':'operator.openshift.io/v1','kind':'Network','metadata':{'name':'cluster'},'spec':{'defaultNetwork':{'type':'OVNKubernetes','ovnKubernetesConfig':{%s}}}}"
            .formatted(auditConfig));
  }

  public static Inventory known(Resource... resources) {
    return ManifestInventory.of(List.of(resources), Set.of());
  }

  public static Inventory complete(Resource... resources) {
    return ManifestInventory.complete(List.of(resources), Set.of());
  }

  public static List<Violation> check(Rule rule, Resource subject) {
    return rule.check(subject, NOTHING_KNOWN);
  }

  /// The ids of all rules of the platform that have something to say, with repetitions.
  public static List<String> findings(Resource subject) {
    List<String> ids = new ArrayList<>();
    for (Rule rule : new OvnPlatform().rules()) {
      rule.check(subject, NOTHING_KNOWN).forEach(_ -> ids.add(rule.info().id()));
    }
    return ids;
  }

  /// The object after the fix of a rule's only violation there.
  public static Resource fixed(Rule rule, Resource subject, Safety safety) {
    List<Violation> violations = check(rule, subject);
    Fix fix = violations.getFirst().fix();
    if (violations.size() != 1 || fix == null || fix.safety() != safety) {
      throw new AssertionError(
          "not one violation with a fix that is " + safety + ": " + violations);
    }
    return resource(Patched.of(subject.content(), fix.edits()));
  }

  public static String annotation(Resource resource) {
    return resource.annotations().get(AclKey.KEY) instanceof Value.Text(String text) ? text : "";
  }

  private static String rules(int count) {
    return "[" + String.join(",", Collections.nCopies(count, "{}")) + "]";
  }

  private static Value.Mapping mapping(Object... pairs) {
    Map<String, Value> members = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      members.put((String) pairs[i], (Value) pairs[i + 1]);
    }
    return new Value.Mapping(members);
  }

  private static Value value(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> {
        Map<String, Value> members = new LinkedHashMap<>();
        node.properties().forEach(e -> members.put(e.getKey(), value(e.getValue())));
        yield new Value.Mapping(members);
      }
      case ARRAY -> new Value.Sequence(node.valueStream().map(Given::value).toList());
      case STRING -> new Value.Text(node.stringValue());
      case NUMBER -> new Value.Numeral(node.asString());
      case BOOLEAN -> new Value.Bool(node.booleanValue());
      case NULL -> Value.Null.NULL;
      case BINARY, MISSING, POJO -> throw new AssertionError(node);
    };
  }
}
