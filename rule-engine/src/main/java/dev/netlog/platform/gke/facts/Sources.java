package dev.netlog.platform.gke.facts;

/// Where the facts come from, as rules cite them.
public final class Sources {
  public static final String PAGE =
      "[Use network policy"
          + " logging](https://cloud.google.com/kubernetes-engine/docs/how-to/network-policy-logging),"
          + " Google Cloud documentation";

  /// Short, for lists of several platforms.
  public static final String DOCUMENTATION =
      "[GKE, Use network policy"
          + " logging](https://cloud.google.com/kubernetes-engine/docs/how-to/network-policy-logging)";

  public static final String SCHEMA =
      "[the NetworkLogging custom resource of a live cluster]"
          + "(https://github.com/tommy351/kubernetes-models-ts/blob/HEAD/third-party/gke/crd/networkloggings.yaml)";

  public static final String FIELD_VALIDATION =
      "[Kubernetes API concepts, field validation]"
          + "(https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation)";

  public static final String BEHAVIOUR = "Behaviour of the GKE Dataplane V2 agent as observed";

  private Sources() {}
}
