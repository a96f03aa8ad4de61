package dev.netlog.webhook.cluster;

import dev.netlog.webhook.tls.TlsFailure;
import io.fabric8.kubernetes.client.KubernetesClientException;

/// Words the errors of an API server.
final class Refusals {
  static final int NOT_FOUND = 404;
  static final int CONFLICT = 409;
  private static final int FORBIDDEN = 403;
  private static final int UNAUTHORIZED = 401;
  private static final int NO_ANSWER = -1;

  private Refusals() {}

  static TlsFailure failure(KubernetesClientException refusal) {
    return isForbidden(refusal) ? TlsFailure.FORBIDDEN : TlsFailure.UNREACHABLE;
  }

  static boolean isForbidden(KubernetesClientException refusal) {
    return refusal.getCode() == FORBIDDEN || refusal.getCode() == UNAUTHORIZED;
  }

  /// Whether there was no response.
  static boolean isUnanswered(KubernetesClientException refusal) {
    return refusal.getCode() <= 0;
  }

  /// @param verb as RBAC names it
  /// @param what the object, as it is called in messages
  static String message(KubernetesClientException refusal, String verb, String what) {
    return switch (refusal.getCode()) {
      case UNAUTHORIZED ->
          "the API server rejects this server's credentials, so it cannot "
              + verb
              + " "
              + what
              + "; renew the kubeconfig or the service account";
      case FORBIDDEN ->
          "the API server does not allow this server to "
              + verb
              + " "
              + what
              + "; allow it in the Role or ClusterRole of this server";
      case 0, NO_ANSWER ->
          "the API server does not answer, so this server cannot " + verb + " " + what;
      default ->
          "the API server answers "
              + refusal.getCode()
              + " to "
              + verb
              + " "
              + what
              + ": "
              + firstLine(refusal);
    };
  }

  private static String firstLine(KubernetesClientException refusal) {
    String status = refusal.getStatus() == null ? null : refusal.getStatus().getMessage();
    String text = status == null ? String.valueOf(refusal.getMessage()) : status;
    String line = text.lines().findFirst().orElse("");
    return line.length() > 200 ? line.substring(0, 200) : line;
  }
}
