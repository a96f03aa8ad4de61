package dev.netlog.cli.change;

import dev.netlog.cli.change.ManifestTree.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Changes of objects that may take a record away, or may not.
final class FreeChange {
  private final ManifestTree tree;
  private final RandomGenerator random;
  private final Makes makes;

  FreeChange(ManifestTree tree, RandomGenerator random) {
    this.tree = tree;
    this.random = random;
    this.makes = new Makes(random, tree.platform());
  }

  /// Whether there was something to change.
  boolean make(Way way) {
    return switch (way) {
      case DROP_ANNOTATION -> dropLog(tree.any(random, FreeChange::isLogged));
      case OTHER_VALUE -> otherValue(tree.any(random, FreeChange::isLogged));
      case EDIT_LOGGING -> editLogging(any("NetworkLogging"));
      case EDIT_RULES -> editRules(tree.any(random, FreeChange::isPolicy));
      case DROP_POLICY_TYPE -> dropPolicyType(any("NetworkPolicy"));
      case DELETE_OBJECT -> {
        Place place = tree.any(random, _ -> true);
        if (place != null) {
          tree.remove(place);
        }
        yield place != null;
      }
      case RENAME_POLICY_AND_DROP_LOG -> {
        Place place = any("NetworkPolicy");
        yield new NeutralChange(tree, random).make(Way.RENAME_POLICY)
            && place != null
            && dropLog(place);
      }
      case OTHER_SELECTOR -> {
        Place place = any("NetworkPolicy");
        if (place != null) {
          place.object().setYaml(makes.selector(), "spec", "podSelector");
        }
        yield place != null;
      }
      case RENAME_AND_RELABEL_WORKLOAD,
          RELABEL_WORKLOAD,
          MOVE_WORKLOAD_TO_NAMESPACE,
          HOST_NETWORK ->
          new WorkloadChange(tree, random).make(way);
      case RELABEL_NAMESPACE -> {
        Place place = any("Namespace");
        if (place != null) {
          place.object().set("qa", "metadata", "labels", "team");
        }
        yield place != null;
      }
      case ADD_BARE_POLICY -> addPolicy(tree.any(random, each -> !each.namespace().isEmpty()));
      case SWAP_NAMESPACES -> swapNamespaces(any("NetworkPolicy"), any("NetworkPolicy"));
      case OTHER_PRIORITY -> {
        Place place = any("AdminNetworkPolicy");
        if (place != null) {
          place.object().set(List.of(5, 95, 500).get(random.nextInt(3)), "spec", "priority");
        }
        yield place != null;
      }
      case ADD_PASS -> addPass(any("AdminNetworkPolicy"));
      case ADD_ADMIN_POLICY -> addAdmin(tree.any(random, _ -> true));
      case LOCAL_CONFIG -> {
        Place place = tree.any(random, each -> isPolicy(each) || each.isKind("Namespace"));
        if (place != null) {
          place
              .object()
              .set("true", "metadata", "annotations", "config.kubernetes.io/local-config");
        }
        yield place != null;
      }
      default -> throw new IllegalArgumentException(way.name());
    };
  }

  private @Nullable Place any(String kind) {
    return tree.any(random, each -> each.isKind(kind));
  }

  private static boolean isPolicy(Node object) {
    return object.kind().endsWith("NetworkPolicy");
  }

  private static boolean isLogged(Node object) {
    return object.texts("metadata", "annotations").keySet().stream()
        .anyMatch(FreeChange::isLoggingKey);
  }

  private static boolean isLoggingKey(String key) {
    return List.of(Cluster.ALLOW_KEY, Cluster.DENY_KEY, Cluster.ACL_KEY).contains(key);
  }

  private static boolean dropLog(@Nullable Place place) {
    boolean changes = false;
    if (place != null) {
      for (String key : place.object().texts("metadata", "annotations").keySet()) {
        if (isLoggingKey(key)) {
          place.object().remove("metadata", "annotations", key);
          changes = true;
        }
      }
      if (place.object().texts("metadata", "annotations").isEmpty()) {
        place.object().remove("metadata", "annotations");
      }
    }
    return changes;
  }

  private boolean otherValue(@Nullable Place place) {
    if (place == null) {
      return false;
    }
    List<String> values =
        tree.isGke()
            ? List.of("True", "yes", "false")
            : List.of("{}", "{\"allow\": \"info\"}", "{\"deny\": \"INFO\"}", "info");
    for (String key : place.object().texts("metadata", "annotations").keySet()) {
      if (isLoggingKey(key)) {
        place
            .object()
            .set(values.get(random.nextInt(values.size())), "metadata", "annotations", key);
      }
    }
    return true;
  }

  private boolean editLogging(@Nullable Place place) {
    if (place == null) {
      return false;
    }
    String half = random.nextBoolean() ? "allow" : "deny";
    List<String> values =
        List.of(
            "{log: false}", "{log: true, delegate: true}", "{log: false, delegate: true}", "{}");
    place.object().setYaml(values.get(random.nextInt(values.size())), "spec", "cluster", half);
    return true;
  }

  private boolean editRules(@Nullable Place place) {
    if (place == null) {
      return false;
    }
    Node policy = place.object();
    boolean admin = !policy.isKind("NetworkPolicy");
    List<String> directions = new ArrayList<>(List.of("ingress", "egress"));
    directions.removeIf(each -> policy.nodes("spec", each).isEmpty());
    if (directions.isEmpty()) {
      makes.rules(policy, "ingress");
      return true;
    }
    String direction = directions.get(random.nextInt(directions.size()));
    List<@Nullable Object> rules = policy.list("spec", direction);
    int index = random.nextInt(rules.size());
    switch (random.nextInt(4)) {
      case 0 -> rules.remove(index);
      case 1 -> rules.set(index, rule(admin, policy, direction).members());
      case 2 -> rules.add(rule(admin, policy, direction).members());
      default -> policy.nodes("spec", direction).get(index).remove("ports");
    }
    return true;
  }

  private Node rule(boolean admin, Node policy, String direction) {
    return admin
        ? makes.adminRule(direction, policy.isKind("AdminNetworkPolicy"))
        : makes.rule(direction);
  }

  private static boolean dropPolicyType(@Nullable Place place) {
    if (place == null) {
      return false;
    }
    Node policy = place.object();
    List<Object> types = new ArrayList<>();
    for (String direction : List.of("ingress", "egress")) {
      if (Rules.isolates(policy, direction)) {
        types.add(direction.equals("ingress") ? "Ingress" : "Egress");
      }
    }
    policy.set(new ArrayList<>(types.subList(0, 1)), "spec", "policyTypes");
    return types.size() > 1;
  }

  private boolean addPolicy(@Nullable Place beside) {
    if (beside == null) {
      return false;
    }
    Node policy = makes.policy(beside.object().namespace(), "bare");
    dropLog(new Place("", 0, policy));
    if (!tree.objects(each -> each.identity().equals(policy.identity())).isEmpty()) {
      return false;
    }
    tree.add(beside.path(), policy);
    return true;
  }

  private static boolean swapNamespaces(@Nullable Place one, @Nullable Place other) {
    if (one == null
        || other == null
        || one.object().namespace().equals(other.object().namespace())
        || one.object().name().equals(other.object().name())) {
      return false;
    }
    String namespace = one.object().namespace();
    one.object().set(other.object().namespace(), "metadata", "namespace");
    other.object().set(namespace, "metadata", "namespace");
    return true;
  }

  private boolean addPass(@Nullable Place place) {
    if (place == null) {
      return false;
    }
    Node policy = place.object();
    String direction = policy.has("spec", "ingress") ? "ingress" : "egress";
    Node rule = makes.adminRule(direction, true);
    rule.set("Pass", "action");
    policy.list("spec", direction).addFirst(rule.members());
    return true;
  }

  private boolean addAdmin(@Nullable Place beside) {
    Node admin = makes.admin("top", 3);
    if (tree.isGke()
        || beside == null
        || !tree.objects(each -> each.identity().equals(admin.identity())).isEmpty()) {
      return false;
    }
    if (random.nextBoolean()) {
      dropLog(new Place("", 0, admin));
    }
    tree.add(beside.path(), admin);
    return true;
  }
}
