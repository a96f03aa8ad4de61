package dev.netlog.cli.change;

import dev.netlog.cli.change.Connection.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/// The objects that a cluster got, and what it does with connections.
final class Cluster {
  static final String ALLOW_KEY = "policy.network.gke.io/enable-logging";
  static final String DENY_KEY = "policy.network.gke.io/enable-deny-logging";
  static final String ACL_KEY = "k8s.ovn.org/acl-logging";
  private static final Set<String> SEVERITIES =
      Set.of("alert", "warning", "notice", "info", "debug");

  private final boolean ovn;
  private final List<Node> objects;
  private final Map<String, Node> namespaces = new TreeMap<>();
  private final List<Node> policies = new ArrayList<>();
  private final List<Node> admins = new ArrayList<>();
  private final List<Pod> pods = new ArrayList<>();
  private final @Nullable Node baseline;
  private final Map<String, Map<String, Boolean>> acl = new HashMap<>();
  private final String allowMode;
  private final String denyMode;
  private final Rules rules;

  /// @param absentLogging the mode of both halves where no NetworkLogging is there
  Cluster(String platform, List<Node> objects, String absentLogging) {
    this.ovn = platform.equals("ovn");
    this.objects = objects;
    this.rules = new Rules(ovn);
    Node found = null;
    Node logging = null;
    for (Node each : objects) {
      switch (each.kind()) {
        case "Namespace" -> namespaces.put(each.name(), each);
        case "NetworkPolicy" -> policies.add(each);
        case "AdminNetworkPolicy" -> admins.add(each);
        case "BaselineAdminNetworkPolicy" -> found = isProgrammed(each) ? each : null;
        case "NetworkLogging" -> logging = each;
        default -> {
          if (each.isWorkload()) {
            pods.add(Pod.of(each));
          }
        }
      }
    }
    admins.removeIf(each -> !isProgrammed(each));
    admins.sort(Comparator.comparingInt(each -> Integer.parseInt(each.text("spec", "priority"))));
    this.baseline = found;
    this.allowMode = logging == null ? absentLogging : mode(logging, "allow");
    this.denyMode = logging == null ? absentLogging : mode(logging, "deny");
  }

  private static String mode(Node logging, String half) {
    Node spec = logging.node("spec", "cluster", half);
    for (String each : List.of("allow", "deny")) {
      if (isOn(logging.node("spec", "cluster", each), "delegate")
          && !isOn(logging.node("spec", "cluster", each), "log")) {
        return "off";
      }
    }
    return !isOn(spec, "log") ? "off" : isOn(spec, "delegate") ? "delegated" : "all";
  }

  private static boolean isOn(@Nullable Node spec, String member) {
    return spec != null && Boolean.TRUE.equals(spec.get(member));
  }

  /// What the annotation of OVN turns on; null where it is broken.
  private static @Nullable Map<String, Boolean> acl(Node object) {
    String value = object.text("metadata", "annotations", ACL_KEY);
    Map<String, Boolean> on = new HashMap<>();
    if (value.isEmpty()) {
      return on;
    }
    if (!(parsed(value) instanceof Map<?, ?> members)) {
      return null;
    }
    boolean fine = true;
    for (String member : List.of("allow", "deny", "pass")) {
      Object severity = members.get(member);
      boolean valid = severity instanceof String text && SEVERITIES.contains(text);
      fine &= severity == null || valid;
      on.put(member, valid);
    }
    return fine || object.kind().equals("Namespace") ? on : null;
  }

  private static @Nullable Object parsed(String value) {
    try {
      return new Yaml(new LoaderOptions()).load(value);
    } catch (RuntimeException _) {
      return null;
    }
  }

  private static boolean isProgrammed(Node admin) {
    return acl(admin) != null
        && (!admin.has("spec", "priority")
            || Integer.parseInt(admin.text("spec", "priority")) <= 99);
  }

  private boolean isLogged(Node object, String member) {
    Map<String, Boolean> on =
        acl.computeIfAbsent(
            object.identity(),
            _ -> {
              Map<String, Boolean> read = acl(object);
              return read == null ? Map.of() : read;
            });
    return on.getOrDefault(member, false);
  }

  List<Node> objects() {
    return objects;
  }

  List<Node> policies() {
    return policies;
  }

  /// All policies whose rules decide.
  List<Node> deciding() {
    List<Node> all = new ArrayList<>(policies);
    if (ovn) {
      all.addAll(admins);
      if (baseline != null) {
        all.add(baseline);
      }
    }
    return all;
  }

  List<Pod> pods() {
    return pods;
  }

  /// Whether no pods are known that a policy selects.
  boolean selectsNothing(Node policy) {
    return pods.stream()
        .noneMatch(
            pod ->
                pod.namespace().equals(policy.namespace())
                    && Selectors.matches(policy.node("spec", "podSelector"), pod.labels()));
  }

  boolean hasNamespace(String name) {
    return namespaces.containsKey(name);
  }

  boolean hasLogging() {
    return objects.stream().anyMatch(each -> each.isKind("NetworkLogging"));
  }

  Map<String, String> namespaceLabels(String name) {
    Node object = namespaces.get(name);
    Map<String, String> labels =
        object == null ? new TreeMap<>() : object.texts("metadata", "labels");
    labels.put("kubernetes.io/metadata.name", name);
    return labels;
  }

  /// The NetworkPolicies that isolate a pod in a direction.
  List<Node> applied(Pod pod, String direction, boolean onlySure) {
    return policies.stream()
        .filter(each -> each.namespace().equals(pod.namespace()))
        .filter(each -> Rules.isolates(each, direction))
        .filter(each -> Selectors.matches(each.node("spec", "podSelector"), pod.labels()))
        .filter(each -> !onlySure || Selectors.isPositive(each.node("spec", "podSelector")))
        .toList();
  }

  boolean admits(Node policy, Pod pod, Connection connection) {
    return rules.admits(policy, pod, connection);
  }

  /// What becomes of a connection; null where no policy says anything of it.
  ///
  /// @param applied the NetworkPolicies that isolate the pod
  @Nullable Verdict verdict(Pod pod, Connection connection, List<Node> applied) {
    if (pod.hostNetwork()) {
      return null;
    }
    Verdict admin = admin(admins, pod, connection);
    if (admin != null) {
      return admin;
    }
    if (applied.isEmpty()) {
      return baseline == null ? null : admin(List.of(baseline), pod, connection);
    }
    List<Node> admitting =
        applied.stream().filter(each -> rules.admits(each, pod, connection)).toList();
    boolean allowed = !admitting.isEmpty();
    if (ovn) {
      Node namespace = namespaces.get(pod.namespace());
      return new Verdict(
          allowed, namespace != null && isLogged(namespace, allowed ? "allow" : "deny"));
    }
    return new Verdict(
        allowed,
        switch (allowed ? allowMode : denyMode) {
          case "all" -> true;
          case "delegated" ->
              allowed
                  ? admitting.stream().anyMatch(each -> isTrue(each, ALLOW_KEY))
                  : isTrue(namespaces.get(pod.namespace()), DENY_KEY);
          default -> false;
        });
  }

  private static boolean isTrue(@Nullable Node object, String key) {
    return object != null && object.text("metadata", "annotations", key).equals("true");
  }

  private @Nullable Verdict admin(List<Node> tier, Pod pod, Connection connection) {
    if (!ovn) {
      return null;
    }
    Map<String, String> labels = namespaceLabels(pod.namespace());
    for (Node each : tier) {
      String action = Rules.isAbout(each, pod, labels) ? rules.action(each, pod, connection) : null;
      if ("Pass".equals(action)) {
        return null;
      }
      if (action != null) {
        boolean allowed = action.equals("Allow");
        return new Verdict(allowed, isLogged(each, allowed ? "allow" : "deny"));
      }
    }
    return null;
  }
}
