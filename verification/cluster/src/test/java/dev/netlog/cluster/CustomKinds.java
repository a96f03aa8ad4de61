package dev.netlog.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/// The kinds of the platforms, of which a plain API server knows nothing.
final class CustomKinds {
  static final String NETWORK_LOGGINGS = "/apis/networking.gke.io/v1alpha1/networkloggings";
  static final String ADMIN_POLICIES =
      "/apis/policy.networking.k8s.io/v1alpha1/adminnetworkpolicies";
  static final String BASELINE_POLICIES =
      "/apis/policy.networking.k8s.io/v1alpha1/baselineadminnetworkpolicies";
  static final String EGRESS_FIREWALLS = "/apis/k8s.ovn.org/v1/namespaces/default/egressfirewalls";
  static final String NETWORKS = "/apis/operator.openshift.io/v1/networks";

  /// What each of them takes.
  private static final Map<String, String> FIRST =
      Map.of(
          NETWORK_LOGGINGS,
          object("networking.gke.io/v1alpha1", "NetworkLogging", "default"),
          ADMIN_POLICIES,
          object("policy.networking.k8s.io/v1alpha1", "AdminNetworkPolicy", "first"),
          BASELINE_POLICIES,
          object("policy.networking.k8s.io/v1alpha1", "BaselineAdminNetworkPolicy", "default"),
          EGRESS_FIREWALLS,
          object("k8s.ovn.org/v1", "EgressFirewall", "default"),
          NETWORKS,
          object("operator.openshift.io/v1", "Network", "cluster"));

  private CustomKinds() {}

  /// An object with nothing in it.
  static String object(String apiVersion, String kind, String name) {
    return """
    {"apiVersion": "%s", "kind": "%s", "metadata": {"name": "%s"}, "spec": {}}
    """
        .formatted(apiVersion, kind, name);
  }

  /// Adds them, and waits until objects of each are taken: that lasts longer than until they are
  /// listed.
  static void add(ControlPlane controlPlane) {
    var _ = controlPlane.kubectl().with(manifest(), "apply", "-f", "-").expectOk();
    FIRST.forEach(
        (path, object) ->
            Await.until(
                "the API server takes " + object,
                Duration.ofSeconds(60),
                () -> controlPlane.api().create(path + "?dryRun=All", object).isOk()));
  }

  private static String manifest() {
    try (InputStream file =
        Objects.requireNonNull(CustomKinds.class.getResourceAsStream("/custom-kinds.yaml"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
