package dev.netlog.benchmarks;

import java.util.ArrayList;
import java.util.List;

/// Manifests of a made-up cluster: namespaces with workloads and policies, one file a namespace.
final class Fleet {
  private static final String LOGGING =
      """
      apiVersion: networking.gke.io/v1alpha1
      kind: NetworkLogging
      metadata:
        name: default
      spec:
        cluster:
          allow: {log: true, delegate: true}
          deny: {log: true, delegate: true}
      """;

  private Fleet() {}

  /// The files.
  static List<String> files(int namespaces, int workloads, int policies) {
    List<String> files = new ArrayList<>();
    files.add(LOGGING);
    for (int i = 0; i < namespaces; i++) {
      StringBuilder file = new StringBuilder(namespace(i));
      for (int j = 0; j < workloads; j++) {
        file.append("---\n").append(workload(i, j));
      }
      for (int j = 0; j < policies; j++) {
        file.append("---\n").append(policy(i, j));
      }
      files.add(file.toString());
    }
    return files;
  }

  private static String namespace(int i) {
    return """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: team-%1$d
          labels:
            team: t%1$d
          annotations:
            policy.network.gke.io/enable-deny-logging: "%2$s"
        """
        .formatted(i, i % 3 != 0);
  }

  private static String workload(int i, int j) {
    return """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: service-%2$d
          namespace: team-%1$d
        spec:
          replicas: 3
          selector:
            matchLabels:
              app: service-%2$d
          template:
            metadata:
              labels:
                app: service-%2$d
                tier: %3$s
            spec:
              containers:
                - name: main
                  image: registry.example.org/team-%1$d/service-%2$d:1.4.2
                  ports:
                    - name: http
                      containerPort: 8080
                  resources:
                    requests:
                      cpu: 100m
                      memory: 128Mi
        """
        .formatted(i, j, j % 2 == 0 ? "front" : "back");
  }

  private static String policy(int i, int j) {
    String spec =
        switch (j % 5) {
          case 0 ->
              """
              podSelector: {}
              policyTypes: [Ingress, Egress]
              """;
          case 1 ->
              """
              podSelector: {}
              policyTypes: [Egress]
              egress:
                - to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: dns}}}]
                  ports: [{protocol: UDP, port: 53}]
              """;
          case 2 ->
              """
              podSelector:
                matchLabels:
                  tier: front
              ingress:
                - from: [{namespaceSelector: {matchLabels: {team: ingress}}}]
                  ports: [{port: http}]
              """;
          case 3 ->
              """
              podSelector:
                matchLabels:
                  tier: back
              ingress:
                - from:
                    - podSelector:
                        matchLabels:
                          tier: front
                  ports:
                    - port: 8080
              """;
          default ->
              """
              podSelector: {matchLabels: {app: service-1}}
              policyTypes: [Egress]
              egress:
                - to:
                    - ipBlock:
                        cidr: 10.0.0.0/8
                        except: [10.1.0.0/16]
                  ports:
                    - {port: 5432, endPort: 5440}
              """;
        };
    return """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: policy-%2$d
          namespace: team-%1$d
          annotations:
            policy.network.gke.io/enable-logging: "%3$s"
        spec:
        %4$s"""
        .formatted(i, j, (i + j) % 4 != 0, spec.indent(2));
  }
}
