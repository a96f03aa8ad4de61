package dev.netlog.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/// Files of a cluster, made by chance: some logged, some not.
///
/// @param platform `gke` or `ovn`
/// @param files the objects of each file, by path
record GeneratedRepository(String platform, Map<String, List<RepositoryItem>> files) {
  private static final List<String> NAMESPACES = List.of("shop", "edge");
  private static final List<String> APPS = List.of("api", "web", "db");

  static GeneratedRepository of(SplittableRandom random) {
    String platform = random.nextBoolean() ? "gke" : "ovn";
    List<RepositoryItem> items = new ArrayList<>();
    if (platform.equals("gke") && random.nextInt(5) > 0) {
      items.add(logging(random));
    }
    for (String namespace : NAMESPACES) {
      namespace(random, platform, namespace, items);
    }
    if (platform.equals("ovn")) {
      admin(random, items);
    }
    Map<String, List<RepositoryItem>> files = new LinkedHashMap<>();
    for (RepositoryItem item : items) {
      String folder = item.namespace().isEmpty() ? "cluster" : item.namespace();
      String file =
          random.nextInt(3) == 0 ? "all" : item.kind().toLowerCase(Locale.ROOT) + "-" + item.name();
      files.computeIfAbsent(folder + "/" + file + ".yaml", _ -> new ArrayList<>()).add(item);
    }
    return new GeneratedRepository(platform, files);
  }

  private static void namespace(
      SplittableRandom random, String platform, String namespace, List<RepositoryItem> items) {
    items.add(namespaceObject(random, platform, namespace));
    for (String app : APPS) {
      if (random.nextInt(2) == 0) {
        items.add(workload(namespace, app));
      }
    }
    int policies = 1 + random.nextInt(3);
    for (int i = 0; i < policies; i++) {
      items.add(policy(random, platform, namespace, "p" + i));
    }
    if (platform.equals("ovn") && random.nextInt(3) == 0) {
      items.add(firewall(namespace));
    }
  }

  private static RepositoryItem logging(SplittableRandom random) {
    String delegate = random.nextInt(3) == 0 ? "" : ", delegate: true";
    return new RepositoryItem(
        "NetworkLogging",
        "",
        "default",
        Map.of(),
        "",
        """
        apiVersion: networking.gke.io/v1alpha1
        kind: NetworkLogging
        metadata:
          name: default
        spec:
          cluster:
            allow: {log: true%s}
            deny: {log: true%s}
        """
            .formatted(delegate, delegate));
  }

  private static RepositoryItem namespaceObject(
      SplittableRandom random, String platform, String name) {
    String annotation =
        platform.equals("gke")
            ? "policy.network.gke.io/enable-deny-logging: \"true\""
            : "k8s.ovn.org/acl-logging: '{\"deny\": \"info\", \"allow\": \"info\"}'";
    return new RepositoryItem(
        "Namespace",
        "",
        name,
        Map.of(),
        "",
        "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: "
            + name
            + "\n"
            + (random.nextInt(5) > 0 ? "  annotations:\n    " + annotation + "\n" : ""));
  }

  private static RepositoryItem workload(String namespace, String app) {
    return new RepositoryItem(
        "Deployment",
        namespace,
        app,
        Map.of("app", app),
        "",
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: %s
          namespace: %s
        spec:
          selector: {matchLabels: {app: %s}}
          template:
            metadata:
              labels:
                app: %s
            spec:
              containers: [{name: main, image: "x:1"}]
        """
            .formatted(app, namespace, app, app));
  }

  private static RepositoryItem policy(
      SplittableRandom random, String platform, String namespace, String name) {
    String app = APPS.get(random.nextInt(APPS.size()));
    boolean everyone = random.nextInt(4) == 0;
    boolean egress = random.nextInt(3) == 0;
    boolean logged = platform.equals("gke") && random.nextInt(4) > 0;
    String side = egress ? "egress" : "ingress";
    String rules =
        random.nextInt(4) == 0
            ? ""
            : "  " + side + ":\n    - ports: [{port: " + (8080 + random.nextInt(2)) + "}]\n";
    return new RepositoryItem(
        "NetworkPolicy",
        namespace,
        name,
        everyone ? Map.of() : Map.of("app", app),
        side,
        "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: "
            + name
            + "\n  namespace: "
            + namespace
            + "\n"
            + (logged ? "  annotations:\n    policy.network.gke.io/enable-logging: \"true\"\n" : "")
            + "spec:\n  podSelector: {"
            + (everyone ? "" : "matchLabels: {app: " + app + "}")
            + "}\n  policyTypes: ["
            + (egress ? "Egress" : "Ingress")
            + "]\n"
            + rules);
  }

  private static RepositoryItem firewall(String namespace) {
    return new RepositoryItem(
        "EgressFirewall",
        namespace,
        "default",
        Map.of(),
        "",
        """
        apiVersion: k8s.ovn.org/v1
        kind: EgressFirewall
        metadata:
          name: default
          namespace: %s
        spec:
          egress:
            - {type: Deny, to: {cidrSelector: 0.0.0.0/0}}
        """
            .formatted(namespace));
  }

  private static void admin(SplittableRandom random, List<RepositoryItem> items) {
    int count = random.nextInt(3);
    for (int i = 0; i < count; i++) {
      items.add(
          new RepositoryItem(
              "AdminNetworkPolicy",
              "",
              "a" + i,
              Map.of(),
              "",
              """
              apiVersion: policy.networking.k8s.io/v1alpha1
              kind: AdminNetworkPolicy
              metadata:
                name: a%d
                annotations:
                  k8s.ovn.org/acl-logging: '{"deny": "info", "allow": "info"}'
              spec:
                priority: %d
                subject:
                  namespaces: {matchLabels: {kubernetes.io/metadata.name: %s}}
                ingress:
                  - action: %s
                    from: [{namespaces: {matchLabels: {team: ops}}}]
              """
                  .formatted(
                      i,
                      10 + i,
                      NAMESPACES.get(random.nextInt(2)),
                      random.nextBoolean() ? "Deny" : "Allow")));
    }
  }

  /// All objects.
  List<RepositoryItem> items() {
    return files.values().stream().flatMap(List::stream).toList();
  }

  static String text(List<RepositoryItem> items) {
    return String.join("---\n", items.stream().map(RepositoryItem::text).toList());
  }
}
