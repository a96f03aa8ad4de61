package dev.netlog.coverage.oracle;

import dev.netlog.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes objects that decide nothing in the default network.
public final class NeutralMaker {
  private static final String ACL_KEY = "k8s.ovn.org/acl-logging";

  private static final List<String> PRIORITY = List.of("spec", "priority");

  private NeutralMaker() {}

  /// An object that OVN-Kubernetes does not program, by whatever is the cause.
  public static Value.Mapping unprogrammed(Dice dice) {
    AdminMaker admins = new AdminMaker(dice, new SelectorMaker(dice));
    return switch (dice.below(5)) {
      case 0 -> firewall(admins, dice);
      case 1 -> with(admins.admin("default", true), broken(dice), "metadata", "annotations");
      case 2 -> {
        Value.Mapping admin = (Value.Mapping) Tree.value(admins.admin("idle", false));
        Value.Mapping low = Edits.with(admin, Tree.value(dice.below(100)), PRIORITY);
        yield Edits.with(low, broken(dice), List.of("metadata", "annotations"));
      }
      default ->
          with(admins.admin("idle", false), Tree.value(100 + dice.below(901)), "spec", "priority");
    };
  }

  private static Value.Mapping firewall(AdminMaker admins, Dice dice) {
    Map<String, @Nullable Object> firewall =
        admins.firewall(Tree.map("name", "default", "namespace", dice.one("a", "b")));
    Map<String, @Nullable Object> rule =
        Tree.map("type", "Deny", "to", Tree.map("cidrSelector", "10.0.0.0"));
    return with(firewall, Tree.value(List.of(rule)), "spec", "egress");
  }

  private static Value broken(Dice dice) {
    String text =
        dice.one(AclTexts.texts().stream().filter(e -> AclTexts.of(e).hasMistake()).toList());
    return Tree.value(Tree.map(ACL_KEY, dice.percent(80) ? text : dice.one(true, 1, Map.of())));
  }

  private static Value.Mapping with(
      Map<String, @Nullable Object> object, Value value, String... way) {
    return Edits.with((Value.Mapping) Tree.value(object), value, List.of(way));
  }

  /// A policy of another network than the default one.
  public static Value.Mapping ofOtherNetwork(String platform, Dice dice) {
    Map<String, @Nullable Object> policy = policy("other", dice);
    if (platform.equals("ovn")) {
      policy.put("apiVersion", "k8s.cni.cncf.io/v1beta1");
      policy.put("kind", "MultiNetworkPolicy");
      return (Value.Mapping) Tree.value(policy);
    }
    return with(
        policy,
        Tree.value(Tree.map("networking.gke.io/network", dice.one("x", "blue"))),
        "metadata",
        "annotations");
  }

  /// A NetworkPolicy that no API server stores.
  public static Value.Mapping refused(Dice dice) {
    Map<String, @Nullable Object> policy = policy("refused", dice);
    new RefusedMaker(dice).breakPolicy(policy);
    return (Value.Mapping) Tree.value(policy);
  }

  private static Map<String, @Nullable Object> policy(String name, Dice dice) {
    SelectorMaker selectors = new SelectorMaker(dice);
    RuleMaker rules = new RuleMaker(dice, selectors);
    Map<String, @Nullable Object> spec = new LinkedHashMap<>();
    spec.put("podSelector", selectors.ofSubjects());
    spec.put("ingress", rules.rules("from"));
    spec.put("egress", rules.rules("to"));
    return Tree.map(
        "apiVersion",
        "networking.k8s.io/v1",
        "kind",
        "NetworkPolicy",
        "metadata",
        Tree.map("name", name, "namespace", dice.one("a", "b", "default")),
        "spec",
        spec);
  }

  /// How the points of an object name it: all of it for the one of another network, else the
  /// beginning.
  public static String reason(Value.Mapping object) {
    Tree metadata = new Tree(object).get("metadata");
    String kind = Edits.kind(object);
    String name = metadata.get("name").text("");
    String namespace = metadata.get("namespace").text("");
    return switch (kind) {
      case "AdminNetworkPolicy", "BaselineAdminNetworkPolicy" -> "|" + kind + "/" + name + "#";
      case "EgressFirewall" -> "|" + kind + "/" + namespace + "#";
      default -> kind + "/" + namespace + "/" + name;
    };
  }
}
