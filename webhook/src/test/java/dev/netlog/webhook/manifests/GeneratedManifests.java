package dev.netlog.webhook.manifests;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.platform.Platform;
import dev.netlog.platform.PlatformKind;
import dev.netlog.platform.PlatformKind.Use;
import dev.netlog.platform.ReviewTrigger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Writes the manifests that name kinds and keys.
public final class GeneratedManifests {
  private static final String NOT_BEING_DELETED =
      """
            - name: not-being-deleted
              expression: "!has(object.metadata.deletionTimestamp)"
      """;

  private static final String SPEC_TOUCHED =
      """
            - name: spec-touched
              expression: "request.operation == 'CREATE' || object.?spec != oldObject.?spec"
      """;

  private final RuleCatalog catalog;

  public GeneratedManifests(RuleCatalog catalog) {
    this.catalog = catalog;
  }

  /// `manifests/base/validating.yaml`.
  public String validating() {
    StringBuilder text =
        new StringBuilder(
            """
            # Who is asked about what. An object is sent only when a logging setting of it was added or changed, so
            # that nothing else waits for the webhook, or fails when it is down. Keys are compared without their case:
            # a capital letter is the most common mistake. The API server does not ask about these configurations
            # themselves, so they can always be deleted.
            #
            # The build writes this file from what the platforms contribute.
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingWebhookConfiguration
            metadata:
              name: netlog-webhook
            webhooks:
            """);
    List<PlatformKind> byKey = new ArrayList<>();
    List<PlatformKind> others = new ArrayList<>();
    for (PlatformKind kind : catalog.kinds()) {
      switch (kind.trigger()) {
        case null -> {}
        case ReviewTrigger.Key _ when kind.kind().equals(KubernetesKinds.NAMESPACE) -> {
          text.append("  # The subresources store changed annotations too.\n");
          validating(text, "namespaces", List.of(kind), touched(kind), true);
        }
        case ReviewTrigger.Key _ -> byKey.add(kind);
        case ReviewTrigger.Spec _, ReviewTrigger.Member _ -> others.add(kind);
      }
    }
    if (!byKey.isEmpty()) {
      boolean namespaced = byKey.stream().anyMatch(PlatformKind::namespaced);
      validating(text, "policies", byKey, touched(byKey.getFirst()), namespaced);
    }
    for (PlatformKind kind : others) {
      validating(text, kind.plural(), List.of(kind), touched(kind), kind.namespaced());
    }
    return text.toString();
  }

  private String touched(PlatformKind kind) {
    return switch (kind.trigger()) {
      case null -> throw new IllegalArgumentException(kind.name());
      case ReviewTrigger.Key _ ->
          """
            - name: logging-setting-touched
              expression: >-
                object.metadata.?annotations.orValue({}).exists(k, %1$s &&
                (request.operation == 'CREATE' ||
                oldObject.metadata.?annotations.orValue({})[?k] != optional.of(object.metadata.annotations[k]))) ||
                object.metadata.?labels.orValue({}).exists(k, %1$s &&
                (request.operation == 'CREATE' ||
                oldObject.metadata.?labels.orValue({})[?k] != optional.of(object.metadata.labels[k])))
      """
              .formatted(hasKeyWord());
      case ReviewTrigger.Spec _ -> SPEC_TOUCHED;
      case ReviewTrigger.Member(var at) ->
          """
            - name: %1$s-touched
              expression: >-
                object%2$s.hasValue() &&
                (request.operation == 'CREATE' ||
                object%2$s !=
                oldObject%2$s)
      """
              .formatted(
                  kebab(at.last()),
                  at.tokens().stream().map(token -> ".?" + token).collect(Collectors.joining()));
    };
  }

  private String hasKeyWord() {
    TreeSet<String> words = new TreeSet<>();
    catalog.platforms().forEach(platform -> words.addAll(platform.keyWords()));
    String any =
        words.stream()
            .map(word -> "k.lowerAscii().contains('" + word + "')")
            .collect(Collectors.joining(" || "));
    return words.size() == 1 ? any : "(" + any + ")";
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static void validating(
      StringBuilder text,
      String name,
      List<PlatformKind> kinds,
      String condition,
      boolean namespaced) {
    start(text, name, "validate", 3);
    if (namespaced) {
      text.append(
          """
              # By a label that the API server itself writes, so that nobody can leave by a label of their own.
              namespaceSelector:
                matchExpressions:
                  - key: kubernetes.io/metadata.name
                    operator: NotIn
                    values: [netlog-system]
          """);
    }
    rules(text, kinds, "CREATE, UPDATE");
    text.append("    matchConditions:\n").append(NOT_BEING_DELETED).append(condition);
  }

  private static void start(StringBuilder text, String name, String path, int seconds) {
    text.append(
        """
          - name: %1$s.%2$s.netlog.dev
            admissionReviewVersions: [v1]
            sideEffects: None
            failurePolicy: Ignore
            matchPolicy: Equivalent
            timeoutSeconds: %3$d
        %4$s    clientConfig:
              service:
                name: netlog-webhook
                namespace: netlog-system
                path: /%2$s
                port: 443
        """
            .formatted(
                name,
                path,
                seconds,
                path.equals("mutate") ? "    reinvocationPolicy: IfNeeded\n" : ""));
  }

  private static void rules(StringBuilder text, List<PlatformKind> kinds, String operations) {
    text.append("    rules:\n");
    byGroup(kinds)
        .forEach(
            (group, members) ->
                text.append(
                    """
                          - apiGroups: ["%s"]
                            apiVersions: ["*"]
                            operations: [%s]
                            resources: [%s]
                    """
                        .formatted(
                            group,
                            operations,
                            members.stream()
                                .flatMap(
                                    kind -> resources(kind, operations.contains("UPDATE")).stream())
                                .collect(Collectors.joining(", ")))));
  }

  /// A change of a Namespace may come by a part of it.
  private static List<String> resources(PlatformKind kind, boolean updated) {
    return updated && kind.kind().equals(KubernetesKinds.NAMESPACE)
        ? List.of(kind.plural(), kind.plural() + "/status", kind.plural() + "/finalize")
        : List.of(kind.plural());
  }

  private static Map<String, List<PlatformKind>> byGroup(List<PlatformKind> kinds) {
    Map<String, List<PlatformKind>> groups = new LinkedHashMap<>();
    kinds.forEach(
        kind -> groups.computeIfAbsent(kind.kind().group(), _ -> new ArrayList<>()).add(kind));
    return groups;
  }

  /// `manifests/base/mutating.yaml`.
  public String mutating() {
    StringBuilder text =
        new StringBuilder(
            """
            # Adds the logging annotations that the settings' "inject" asks for, to new objects in namespaces that
            # opted in, and to such namespaces. An object that has the key already is not sent. If the webhook is
            # down the object is stored as it is, and the linter or the next review tells.
            #
            # The build writes this file from what the platforms contribute.
            apiVersion: admissionregistration.k8s.io/v1
            kind: MutatingWebhookConfiguration
            metadata:
              name: netlog-webhook
            webhooks:
            """);
    for (PlatformKind kind : catalog.kinds()) {
      if (kind.is(Use.INJECTED)) {
        start(text, kind.plural(), "mutate", 2);
        text.append(
            """
                namespaceSelector:
                  matchLabels:
                    netlog.dev/inject: enabled
            """);
        rules(text, List.of(kind), "CREATE");
        text.append("    matchConditions:\n").append(NOT_BEING_DELETED).append(missing(kind));
      }
    }
    return text.toString();
  }

  private String missing(PlatformKind kind) {
    List<String> present =
        catalog.platforms().stream()
            .filter(platform -> injects(platform, kind))
            .flatMap(platform -> platform.keys(kind.kind()).stream().sorted())
            .map(key -> "object.metadata.?annotations[?'" + key + "'].hasValue()")
            .toList();
    return present.size() == 1
        ? """
                - name: the-key-is-missing
                  expression: "!%s"
          """
            .formatted(present.getFirst())
        : """
                - name: a-key-is-missing
                  expression: >-
                    !(%s)
          """
            .formatted(String.join(" &&\n          ", present));
  }

  private static boolean injects(Platform platform, PlatformKind kind) {
    return platform.kinds().stream()
        .anyMatch(each -> each.kind().equals(kind.kind()) && each.is(Use.INJECTED));
  }

  /// `manifests/components/inventory/rbac.yaml`.
  public String inventoryRights() {
    StringBuilder text =
        new StringBuilder(
            """
            # What the webhook watches to know the other objects of the cluster.
            #
            # The build writes this file from what the platforms contribute.
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata:
              name: netlog-webhook-inventory
              labels:
                app.kubernetes.io/name: netlog-webhook
            rules:
            """);
    byGroup(catalog.kinds().stream().filter(kind -> kind.is(Use.WATCHED)).toList())
        .forEach(
            (group, kinds) ->
                text.append(
                    """
                      - apiGroups: [%s]
                        resources: [%s]
                        verbs: [list, watch]
                    """
                        .formatted(
                            group.isEmpty() ? "\"\"" : group,
                            kinds.stream()
                                .map(PlatformKind::plural)
                                .collect(Collectors.joining(", ")))));
    return text.append(
            """
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRoleBinding
            metadata:
              name: netlog-webhook-inventory
              labels:
                app.kubernetes.io/name: netlog-webhook
            roleRef:
              apiGroup: rbac.authorization.k8s.io
              kind: ClusterRole
              name: netlog-webhook-inventory
            subjects:
              - kind: ServiceAccount
                name: netlog-webhook
                namespace: netlog-system
            """)
        .toString();
  }
}
