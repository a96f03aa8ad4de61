package dev.netlog.cluster;

import java.nio.charset.StandardCharsets;

/// What API servers send.
final class Reviews {
  private Reviews() {}

  /// A new Namespace with a value of acl-logging.
  static byte[] namespace(String name, String value) {
    return of(name, Cluster.namespace(name, Cases.ACL_LOGGING, value));
  }

  /// A new Namespace that is any text.
  static byte[] of(String name, String object) {
    return """
        {"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview", "request": {"uid": "1",
         "kind": {"group": "", "version": "v1", "kind": "Namespace"},
         "resource": {"group": "", "version": "v1", "resource": "namespaces"},
         "requestKind": {"group": "", "version": "v1", "kind": "Namespace"},
         "requestResource": {"group": "", "version": "v1", "resource": "namespaces"},
         "name": "%s", "operation": "CREATE", "userInfo": {"username": "somebody"},
         "object": %s, "oldObject": null, "dryRun": false, "options": null}}
        """
        .formatted(name, object)
        .getBytes(StandardCharsets.UTF_8);
  }

  /// One of exactly so many bytes, most of them in an annotation that means nothing.
  static byte[] ofSize(int bytes) {
    String object = Cluster.namespace("large", "filler", "FILLER");
    int rest = bytes - of("large", object).length + "FILLER".length();
    return of("large", object.replace("FILLER", "x".repeat(rest)));
  }
}
