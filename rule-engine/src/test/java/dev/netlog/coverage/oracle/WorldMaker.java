package dev.netlog.coverage.oracle;

import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes small targets that differ in everything the definition speaks of.
public final class WorldMaker {
  private static final String ALLOW_KEY = "policy.network.gke.io/enable-logging";
  private static final String DENY_KEY = "policy.network.gke.io/enable-deny-logging";
  private static final String NETWORK = "networking.gke.io/network";
  private static final String LONG = "a-namespace-with-a-name-so-long-that-names-of-rules-are-cut";

  private final Dice dice;
  private final boolean ovn;
  private final SelectorMaker selectors;
  private final RuleMaker rules;
  private final AdminMaker admins;
  private final WorkloadMaker workloads;
  private final RefusedMaker mistakes;
  private final List<Value.Mapping> objects = new ArrayList<>();

  private WorldMaker(Dice dice, boolean ovn) {
    this.dice = dice;
    this.ovn = ovn;
    selectors = new SelectorMaker(dice);
    rules = new RuleMaker(dice, selectors);
    admins = new AdminMaker(dice, selectors);
    workloads = new WorkloadMaker(dice);
    mistakes = new RefusedMaker(dice);
  }

  /// The world of a seed.
  public static World world(long seed) {
    Dice dice = new Dice(seed);
    return new WorldMaker(dice, dice.percent(50)).make();
  }

  /// The world of a seed for a platform.
  public static World world(long seed, String platform) {
    return new WorldMaker(new Dice(seed), platform.equals("ovn")).make();
  }

  private World make() {
    List<String> names = dice.one(List.of("a"), List.of("a", "b"), List.of("a", "default"));
    if (dice.percent(4)) {
      names = List.of("a", LONG);
    }
    names.forEach(this::namespace);
    if (ovn && dice.percent(25)) {
      add(namespaceObject("c"));
    }
    cluster();
    Map<String, String> assumptions = new TreeMap<>();
    if (dice.percent(30)) {
      assumptions.put(
          "networkLogging", dice.one("unknown", "delegated", "delegated", "all", "disabled"));
    }
    if (dice.percent(20)) {
      assumptions.put("namespaces", dice.one("unknown", "unannotated"));
    }
    if (dice.percent(25)) {
      assumptions.put("input", "complete");
    }
    return new World(ovn ? "ovn" : "gke", objects, assumptions);
  }

  private void add(Map<String, @Nullable Object> object) {
    objects.add((Value.Mapping) Tree.value(mistakes.broken(object)));
  }

  private Map<String, @Nullable Object> metadata(String namespace, String name) {
    Map<String, @Nullable Object> metadata = Tree.map("name", name);
    if (!namespace.equals("default") || dice.percent(50)) {
      metadata.put("namespace", namespace);
    }
    return metadata;
  }

  private void namespace(String name) {
    if (dice.percent(80)) {
      add(namespaceObject(name));
    }
    int count = dice.percent(15) ? 0 : 1 + dice.below(4);
    boolean hostNetwork = dice.percent(6);
    for (int i = 0; i < count; i++) {
      add(workloads.workload(name, metadata(name, "w" + i), hostNetwork));
    }
    if (dice.percent(15)) {
      objects.add((Value.Mapping) Tree.value(workloads.bare(metadata(name, "owner"))));
    }
    int policies = dice.below(dice.percent(80) ? 4 : 6);
    for (int i = 0; i < policies; i++) {
      add(policy(metadata(name, "p" + i)));
    }
    if (dice.percent(ovn ? 25 : 3)) {
      add(admins.firewall(metadata(name, "default")));
    }
    if (dice.percent(5)) {
      String[] kind =
          dice.one(
              new String[] {"cilium.io/v2", "CiliumNetworkPolicy"},
              new String[] {"networking.gke.io/v1alpha1", "FQDNNetworkPolicy"},
              new String[] {"k8s.cni.cncf.io/v1beta1", "MultiNetworkPolicy"});
      add(Tree.map("apiVersion", kind[0], "kind", kind[1], "metadata", metadata(name, "u")));
    }
  }

  private Map<String, @Nullable Object> namespaceObject(String name) {
    Map<String, @Nullable Object> metadata = Tree.map("name", name);
    Map<String, @Nullable Object> labels = Tree.map();
    for (String key : List.of("team", "env")) {
      if (dice.percent(50)) {
        labels.put(key, dice.one(SelectorMaker.values(key)));
      }
    }
    metadata.put("labels", labels);
    if (ovn) {
      admins.aclAnnotation(metadata);
    } else {
      annotate(metadata, DENY_KEY);
    }
    return Tree.map("apiVersion", "v1", "kind", "Namespace", "metadata", metadata);
  }

  private Map<String, @Nullable Object> policy(Map<String, @Nullable Object> metadata) {
    Map<String, @Nullable Object> spec = Tree.map();
    if (dice.percent(95)) {
      spec.put("podSelector", dice.percent(3) ? null : selectors.ofSubjects());
    }
    if (dice.percent(65)) {
      spec.put(
          "policyTypes",
          dice.one(
              List.of("Ingress"),
              List.of("Egress"),
              List.of("Ingress", "Egress"),
              List.of("Ingress", "Egress"),
              dice.percent(30) ? null : List.of()));
    }
    for (String direction : List.of("ingress", "egress")) {
      String side = direction.equals("ingress") ? "from" : "to";
      if (dice.percent(70)) {
        spec.put(direction, dice.percent(10) ? rules.halves(side) : rules.rules(side));
      }
    }
    annotate(metadata, ALLOW_KEY);
    if (dice.percent(7)) {
      Map<String, @Nullable Object> annotations = Tree.map(NETWORK, dice.one("x", "x", "default"));
      if (metadata.get("annotations") instanceof Map<?, ?> others) {
        others.forEach((key, value) -> annotations.put((String) key, value));
      }
      metadata.put("annotations", annotations);
    }
    return Tree.map(
        "apiVersion",
        "networking.k8s.io/v1",
        "kind",
        "NetworkPolicy",
        "metadata",
        metadata,
        "spec",
        spec);
  }

  private void annotate(Map<String, @Nullable Object> metadata, String key) {
    if (dice.percent(60)) {
      @Nullable Object value =
          dice.percent(75) ? "true" : dice.one("false", "True", "", " true", true, 1, null);
      metadata.put("annotations", AdminMaker.annotations(dice, key, value));
    }
  }

  private void cluster() {
    if (ovn) {
      for (int i = dice.one(0, 0, 0, 0, 1, 1, 1, 2, 3, 4); i > 0; i--) {
        add(admins.admin("n" + i, false));
      }
      if (dice.percent(35)) {
        add(admins.admin("default", true));
      }
    } else {
      if (dice.percent(90)) {
        add(logging());
      }
      if (dice.percent(4)) {
        add(admins.admin("n", false));
      }
      if (dice.percent(2)) {
        add(admins.admin("default", true));
      }
    }
    if (dice.percent(3)) {
      String[] kind =
          dice.one(
              new String[] {"cilium.io/v2", "CiliumClusterwideNetworkPolicy"},
              new String[] {"policy.networking.k8s.io/v1alpha2", "ClusterNetworkPolicy"});
      add(Tree.map("apiVersion", kind[0], "kind", kind[1], "metadata", Tree.map("name", "whole")));
    }
  }

  private Map<String, @Nullable Object> logging() {
    Map<String, @Nullable Object> cluster = Tree.map();
    for (String half : List.of("allow", "deny")) {
      if (dice.percent(95)) {
        cluster.put(half, half());
      }
    }
    String name = dice.percent(95) ? "default" : "other";
    return Tree.map(
        "apiVersion",
        "networking.gke.io/v1alpha1",
        "kind",
        "NetworkLogging",
        "metadata",
        Tree.map("name", name),
        "spec",
        Tree.map("cluster", cluster));
  }

  private @Nullable Map<String, @Nullable Object> half() {
    return switch (dice.below(12)) {
      case 0 -> Tree.map("log", false);
      case 1 -> Tree.map("log", true);
      case 2 -> Tree.map("log", true, "delegate", false);
      case 3 ->
          switch (dice.below(6)) {
            case 0 -> Tree.map("delegate", true);
            case 1 -> Tree.map("log", false, "delegate", true);
            case 2 -> Tree.map("log", "true", "delegate", true);
            case 3 -> Tree.map();
            case 4 -> null;
            default -> Tree.map("log", null, "delegate", null);
          };
      default -> Tree.map("log", true, "delegate", true);
    };
  }
}
