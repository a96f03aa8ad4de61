package dev.netlog.platform.gke;

/// Where the facts come from, as rules cite them.
final class Sources {
  static final String PAGE =
      "[Use network policy"
          + " logging](https://cloud.google.com/kubernetes-engine/docs/how-to/network-policy-logging),"
          + " Google Cloud documentation";

  /// Short, for lists of several platforms.
  static final String DOCUMENTATION =
      "[GKE, Use network policy"
          + " logging](https://cloud.google.com/kubernetes-engine/docs/how-to/network-policy-logging)";

  static final String SCHEMA =
      "[the NetworkLogging custom resource of a live cluster]"
          + "(https://github.com/tommy351/kubernetes-models-ts/blob/HEAD/third-party/gke/crd/networkloggings.yaml)";

  static final String FIELD_VALIDATION =
      "[Kubernetes API concepts, field validation]"
          + "(https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation)";

  static final String BEHAVIOUR = "Behaviour of the GKE Dataplane V2 agent as observed";

  private Sources() {}
}
