package dev.netlog.webhook.http;

import java.util.List;

/// Reviews like those that API servers send, in which everything usual happens once.
final class WarmUpReviews {
  private static final String NAMESPACE =
      """
      {"apiVersion":"v1","kind":"Namespace","metadata":{"name":"warm-up","uid":"0",\
      "creationTimestamp":"2026-01-01T00:00:00Z","labels":{"kubernetes.io/metadata.name":"warm-up"}\
      ANNOTATIONS,"managedFields":[{"manager":"kubectl","operation":"Update","apiVersion":"v1",\
      "fieldsType":"FieldsV1","fieldsV1":{"f:metadata":{"f:labels":{".":{},"f:a":{}}}}}]},\
      "spec":{"finalizers":["kubernetes"]},"status":{"phase":"Active"}}\
      """;

  private static final String LOGGING =
      """
      {"apiVersion":"networking.gke.io/v1alpha1","kind":"NetworkLogging","metadata":{"name":\
      "default"},"spec":{"cluster":{"allow":{"log":true,"delegate":false},"deny":{"log":LOG,\
      "delegate":true}}}}\
      """;

  private static final String POLICY =
      """
      {"apiVersion":"networking.k8s.io/v1","kind":"NetworkPolicy","metadata":{"name":"a",\
      "namespace":"warm-up","annotations":{"policy.network.gke.io/enable-logging":"VALUE"}},"spec":{\
      "podSelector":{},"policyTypes":["Ingress"],"ingress":[{"from":[{"podSelector":{}}]}]}}\
      """;

  private WarmUpReviews() {}

  /// @param path without the slash
  record Sample(String path, String body) {}

  /// @param uid what the uids begin with
  static List<Sample> of(String uid) {
    String clean = namespace("\"k8s.ovn.org/acl-logging\":\"{\\\"deny\\\": \\\"alert\\\"}\"");
    String bad = namespace("\"k8s.ovn.org/acl-logging\":\"{\\\"deny\\\": \\\"inof\\\"}\"");
    String odd = namespace("\"k8s.ovn.org/acl-logging\":\"{\\\"alow\\\": \\\"info\\\"}\"");
    String bare = NAMESPACE.replace("ANNOTATIONS", "");
    String namespaces = review(uid, "", "v1", "Namespace", "namespaces");
    String loggings =
        review(uid, "networking.gke.io", "v1alpha1", "NetworkLogging", "networkloggings");
    String policies = review(uid, "networking.k8s.io", "v1", "NetworkPolicy", "networkpolicies");
    return List.of(
        sample("validate", namespaces, "CREATE", clean, "null"),
        sample("mutate", namespaces, "CREATE", bare, "null"),
        sample("validate", namespaces, "UPDATE", bad, bad),
        sample("validate", namespaces, "UPDATE", bad, bare),
        sample("validate", namespaces, "CREATE", odd, "null"),
        sample("validate", loggings, "CREATE", LOGGING.replace("LOG", "true"), "null"),
        sample("validate", loggings, "UPDATE", LOGGING.replace("LOG", "false"), "null"),
        sample("validate", policies, "CREATE", POLICY.replace("VALUE", "true"), "null"),
        sample("validate", policies, "CREATE", POLICY.replace("VALUE", "yes"), "null"),
        sample("mutate", policies, "CREATE", POLICY.replace("enable-logging", "other"), "null"));
  }

  private static String namespace(String annotation) {
    return NAMESPACE.replace("ANNOTATIONS", ",\"annotations\":{" + annotation + "}");
  }

  private static String review(
      String uid, String group, String version, String kind, String resource) {
    String start = "{\"group\":\"" + group + "\",\"version\":\"" + version + "\",";
    String kinds = start + "\"kind\":\"" + kind + "\"}";
    String resources = start + "\"resource\":\"" + resource + "\"}";
    return """
    {"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","request":{"uid":"%s-0",\
    "kind":%s,"resource":%s,"requestKind":%s,"requestResource":%s,"name":"warm-up",\
    "namespace":"warm-up","operation":"OPERATION","userInfo":{"username":"netlog",\
    "groups":["system:authenticated"]},"object":OBJECT,"oldObject":OLD,"dryRun":false,\
    "options":{"kind":"CreateOptions","apiVersion":"meta.k8s.io/v1"}}}\
    """
        .formatted(uid, kinds, resources, kinds, resources);
  }

  private static Sample sample(
      String path, String review, String operation, String object, String old) {
    return new Sample(
        path, review.replace("OPERATION", operation).replace("OBJECT", object).replace("OLD", old));
  }
}
