package dev.netlog.platform.gke;

/// Objects of tests, as JSON.
public final class Samples {
  public static final String ALLOW = "policy.network.gke.io/enable-logging";
  public static final String DENY = "policy.network.gke.io/enable-deny-logging";

  private Samples() {}

  /// A NetworkLogging with this value of `spec`.
  public static String networkLogging(String spec) {
    return "{apiVersion:'networking.gke.io/v1alpha1',kind:'NetworkLogging',metadata:{name:'default'},spec:"
        + spec
        + "}";
  }

  /// A NetworkLogging with these values of the two halves.
  public static String networkLogging(String allow, String deny) {
    return networkLogging("{cluster:{allow:" + allow + ",deny:" + deny + "}}");
  }

  /// A NetworkPolicy with these annotations.
  public static String policy(String annotations) {
    return object("networking.k8s.io/v1", "NetworkPolicy", annotations);
  }

  /// A Namespace with these annotations.
  public static String namespace(String annotations) {
    return object("v1", "Namespace", annotations);
  }

  /// An object `shop` in namespace `shop` with these annotations.
  public static String object(String apiVersion, String kind, String annotations) {
    return "{apiVersion:'%s',kind:'%s',metadata:{name:'shop',namespace:'shop',annotations:%s}}"
        .formatted(apiVersion, kind, annotations);
  }
}
