package dev.netlog.cli.change;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// Makes objects by chance.
final class Makes {
  static final List<String> APPS = List.of("api", "web", "db");
  private static final String ACL_BOTH = "{\"allow\": \"info\", \"deny\": \"warning\"}";

  private final RandomGenerator random;
  private final boolean gke;

  Makes(RandomGenerator random, String platform) {
    this.random = random;
    this.gke = platform.equals("gke");
  }

  @SafeVarargs
  private <T> T one(T... of) {
    return of[random.nextInt(of.length)];
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  Node logging() {
    String half = chance(75) ? "{log: true, delegate: true}" : "{log: true}";
    String deny = chance(90) ? half : "{log: false}";
    return Node.parse(
        "{apiVersion: networking.gke.io/v1alpha1, kind: NetworkLogging, metadata: {name: default},"
            + (" spec: {cluster: {allow: " + half + ", deny: " + deny + "}}}"));
  }

  Node namespace(String name) {
    Node namespace =
        Node.parse("{apiVersion: v1, kind: Namespace, metadata: {name: " + name + "}}");
    if (chance(50)) {
      namespace.set(one("ops", "dev"), "metadata", "labels", "team");
    }
    if (chance(75)) {
      annotate(namespace);
      if (!gke && chance(25)) {
        String half = one("{\"deny\": \"info\"}", "{\"allow\": \"info\"}");
        namespace.set(half, "metadata", "annotations", Cluster.ACL_KEY);
      }
    }
    return namespace;
  }

  /// Turns the log of an object on.
  void annotate(Node object) {
    if (!gke) {
      object.set(ACL_BOTH, "metadata", "annotations", Cluster.ACL_KEY);
    } else {
      object.set(
          "true",
          "metadata",
          "annotations",
          object.isKind("Namespace") ? Cluster.DENY_KEY : Cluster.ALLOW_KEY);
    }
  }

  Node workload(String namespace, String app) {
    Node workload =
        Node.parse(
            """
            apiVersion: apps/v1
            kind: %s
            metadata: {name: %s, namespace: %s}
            spec:
              replicas: 1
              selector: {matchLabels: {app: %s}}
              template:
                metadata: {labels: {app: %s, tier: %s, version: v1}}
                spec:
                  containers:
                    - {name: main, image: "registry.example/%s/%s:1"}
            """
                .formatted(
                    one("Deployment", "Deployment", "StatefulSet"),
                    app,
                    namespace,
                    app,
                    app,
                    one("front", "back"),
                    namespace,
                    app));
    if (chance(40)) {
      workload
          .nodes("spec", "template", "spec", "containers")
          .getFirst()
          .setYaml("[{name: http, containerPort: 8080}]", "ports");
    }
    return workload;
  }

  /// A NetworkPolicy with or without a log.
  Node policy(String namespace, String name) {
    Node policy =
        Node.parse(
            "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: "
                + (name + ", namespace: " + namespace + "}, spec: {podSelector: ")
                + (selector() + "}}"));
    if (gke && chance(70)) {
      annotate(policy);
    }
    int directions = random.nextInt(6);
    if (directions < 5) {
      rules(policy, "ingress");
    }
    if (directions > 3) {
      rules(policy, "egress");
    }
    if (directions == 5 || chance(40)) {
      policy.setYaml(
          directions < 4 ? "[Ingress]" : directions == 4 ? "[Ingress, Egress]" : "[Egress]",
          "spec",
          "policyTypes");
    }
    return policy;
  }

  String selector() {
    return switch (random.nextInt(9)) {
      case 0, 1 -> "{}";
      case 2 -> "{matchLabels: {tier: " + one("front", "back") + "}}";
      case 3 ->
          "{matchExpressions: [{key: app, operator: In, values: [api, " + one("web", "db") + "]}]}";
      case 4 -> "{matchExpressions: [{key: app, operator: NotIn, values: [db]}]}";
      case 5 -> "{matchLabels: {app: " + app() + ", tier: " + one("front", "back") + "}}";
      default -> "{matchLabels: {app: " + app() + "}}";
    };
  }

  String app() {
    return APPS.get(random.nextInt(APPS.size()));
  }

  void rules(Node policy, String direction) {
    List<Object> rules = cast(policy.list("spec", direction));
    int count = random.nextInt(3);
    for (int i = 0; i < count; i++) {
      rules.add(rule(direction).members());
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Object> cast(List<?> list) {
    return (List<Object>) list;
  }

  Node rule(String direction) {
    Node rule = Node.parse("{ports: []}");
    rule.remove("ports");
    if (chance(70)) {
      String member = direction.equals("ingress") ? "from" : "to";
      rule.setYaml("[" + peer() + (chance(25) ? ", " + peer() : "") + "]", member);
    }
    if (chance(80)) {
      rule.setYaml("[" + port() + (chance(25) ? ", " + port() : "") + "]", "ports");
    }
    return rule;
  }

  private String peer() {
    return switch (random.nextInt(5)) {
      case 0 -> "{podSelector: {matchLabels: {app: " + app() + "}}}";
      case 1 -> "{namespaceSelector: {matchLabels: {team: ops}}}";
      case 2 -> "{namespaceSelector: {}, podSelector: {matchLabels: {role: client}}}";
      case 3 -> "{ipBlock: {cidr: 10.0.0.0/8" + (chance(50) ? ", except: [10.1.0.0/16]}}" : "}}");
      default -> "{ipBlock: {cidr: 0.0.0.0/0}}";
    };
  }

  private String port() {
    return switch (random.nextInt(6)) {
      case 0 -> "{protocol: UDP, port: 53}";
      case 1 -> "{port: http}";
      case 2 -> "{port: 8080, endPort: 8090}";
      default -> "{port: " + one(443, 8080, 5432) + "}";
    };
  }

  /// An admin policy, or the baseline.
  Node admin(String name, int priority) {
    boolean baseline = name.equals("default");
    String kind = baseline ? "BaselineAdminNetworkPolicy" : "AdminNetworkPolicy";
    Node admin =
        Node.parse(
            "{apiVersion: policy.networking.k8s.io/v1alpha1, kind: "
                + kind
                + (", metadata: {name: " + name + "}, spec: {")
                + (baseline ? "" : "priority: " + priority + ", ")
                + ("subject: " + subject() + "}}"));
    if (chance(70)) {
      annotate(admin);
    }
    String direction = chance(75) ? "ingress" : "egress";
    int count = 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      cast(admin.list("spec", direction)).add(adminRule(direction, !baseline).members());
    }
    return admin;
  }

  private String subject() {
    return switch (random.nextInt(3)) {
      case 0 -> "{namespaces: {}}";
      case 1 -> "{namespaces: {matchLabels: {kubernetes.io/metadata.name: shop}}}";
      default ->
          "{pods: {namespaceSelector: {}, podSelector: {matchLabels: {app: " + app() + "}}}}";
    };
  }

  Node adminRule(String direction, boolean mayPass) {
    String end =
        switch (random.nextInt(3)) {
          case 0 -> "{namespaces: {matchLabels: {team: ops}}}";
          case 1 -> "{namespaces: {}}";
          default -> "{pods: {namespaceSelector: {}, podSelector: {matchLabels: {role: client}}}}";
        };
    String action = mayPass ? one("Allow", "Deny", "Deny", "Pass") : one("Allow", "Deny");
    return Node.parse(
        "{action: "
            + (action + ", " + (direction.equals("ingress") ? "from" : "to") + ": [" + end + "]")
            + (chance(50) ? ", ports: [{portNumber: {protocol: TCP, port: 443}}]}" : "}"));
  }

  /// The file of an object in a folder.
  String file(Node object) {
    return chance(35)
        ? "all.yaml"
        : object.kind().toLowerCase(Locale.ROOT) + "-" + object.name() + ".yaml";
  }
}
