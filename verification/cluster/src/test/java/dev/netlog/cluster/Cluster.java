package dev.netlog.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A cluster with our manifests and a webhook: what the tests share. Only one of them uses it at a
/// time.
final class Cluster implements AutoCloseable {
  /// What is to be installed.
  ///
  /// @param overlay the name of one of ours
  /// @param arguments for the webhook, beside those of the Deployment
  record Setup(String overlay, List<String> arguments) {
    static Setup of(String overlay, String... arguments) {
      return new Setup(overlay, List.of(arguments));
    }
  }

  private static final Duration IN_FORCE = Duration.ofSeconds(60);
  private static final String BAD =
      """
      {"apiVersion": "v1", "kind": "Namespace",
       "metadata": {"name": "in-force", "annotations": {"k8s.ovn.org/acl-logging": "{"}}}
      """;

  private final ControlPlane controlPlane;
  private final Balancer balancer = new Balancer();
  private final List<Webhook> running = new ArrayList<>();
  private @Nullable Setup installed;

  private Cluster(ControlPlane controlPlane) {
    this.controlPlane = controlPlane;
  }

  /// Starts the servers and adds the kinds of the platforms.
  static Cluster start() {
    Cluster cluster = new Cluster(ControlPlane.start("cluster"));
    try {
      CustomKinds.add(cluster.controlPlane);
      return cluster;
    } catch (RuntimeException | AssertionError e) {
      cluster.close();
      throw e;
    }
  }

  Api api() {
    return controlPlane.api();
  }

  Kubectl kubectl() {
    return controlPlane.kubectl();
  }

  Balancer balancer() {
    return balancer;
  }

  /// The webhook of an overlay, installed and in force.
  Webhook webhook(Setup setup) {
    boolean same = setup.equals(installed) && running.size() == 1;
    if (same && running.getFirst().isReady()) {
      balancer.sendTo(running.getFirst());
      return running.getFirst();
    }
    stop();
    Overlay _ = install(setup.overlay());
    Webhook webhook = replica(setup);
    balancer.sendTo(webhook);
    installed = setup;
    awaitInForce(webhook);
    return webhook;
  }

  /// Applies an overlay, without a webhook that runs. A server-side apply leaves the authorities of
  /// another overlay where they are, and those of webhooks that ran before are used again.
  Overlay install(String name) {
    Overlay overlay = Overlay.read(kubectl(), name).reachedAt(balancer.port());
    var _ =
        kubectl()
            .with(overlay.list(), "apply", "--server-side", "--force-conflicts", "-f", "-")
            .expectOk();
    return overlay;
  }

  /// Starts one more webhook of an overlay that is installed, and waits until it is ready. It ends
  /// with this cluster, or when another setup is asked for.
  Webhook replica(Setup setup) {
    return unreadyReplica(setup).awaitReady();
  }

  /// The same without waiting.
  Webhook unreadyReplica(Setup setup) {
    Webhook webhook = Webhook.startUnready(arguments(setup));
    running.add(webhook);
    return webhook;
  }

  /// How a webhook of a setup is started, but for its addresses.
  List<String> arguments(Setup setup) {
    Overlay overlay = Overlay.read(kubectl(), setup.overlay());
    Path settings = Settings.folder("overlays", setup.overlay()).resolve("netlog.yaml");
    try {
      Files.writeString(settings, overlay.settings());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Stream.of(
            overlay.arguments().stream(),
            Stream.of("--config=" + settings, "--kubeconfig=" + serviceAccount()),
            setup.arguments().stream())
        .flatMap(each -> each)
        .toList();
  }

  /// Who the webhook is: our service account, with the rights that our manifests give it.
  Path serviceAccount() {
    String token =
        api()
            .create(
                "/api/v1/namespaces/netlog-system/serviceaccounts/netlog-webhook/token",
                """
                {"apiVersion": "authentication.k8s.io/v1", "kind": "TokenRequest", "spec": {}}
                """)
            .expectOk()
            .json()
            .at("/status/token")
            .asString();
    return controlPlane.kubeconfig("netlog-webhook", "token: " + token);
  }

  /// Ends the webhooks. They are asked, and do not answer.
  void stop() {
    installed = null;
    running.forEach(Webhook::close);
    running.clear();
    balancer.send(List.of());
  }

  /// Ends the webhooks and takes away who would ask them, and the certificates.
  void uninstall() {
    stop();
    for (String kind : List.of("validating", "mutating")) {
      var _ = api().delete(configuration(kind));
    }
    var _ = api().delete("/api/v1/namespaces/netlog-system/secrets/netlog-webhook-tls");
  }

  /// The path of one of our webhook configurations.
  ///
  /// @param kind `validating` or `mutating`
  static String configuration(String kind) {
    return "/apis/admissionregistration.k8s.io/v1/" + kind + "webhookconfigurations/netlog-webhook";
  }

  /// A changed configuration is in force some milliseconds later: asks until the webhook is asked.
  private void awaitInForce(Webhook webhook) {
    long before = webhook.metrics().reviews("path=\"validate\"");
    Await.until(
        "the API server asks the webhook; " + webhook.process().lastWords(),
        IN_FORCE,
        () -> {
          var _ = api().create("/api/v1/namespaces?dryRun=All", BAD);
          return webhook.metrics().reviews("path=\"validate\"") > before;
        });
  }

  /// The PEM of the authorities that the API server trusts for our webhooks.
  List<String> bundles() {
    List<String> bundles = new ArrayList<>();
    for (String kind : List.of("validating", "mutating")) {
      for (JsonNode each : api().read(configuration(kind)).expectOk().json().path("webhooks")) {
        String bundle = each.at("/clientConfig/caBundle").asString("");
        bundles.add(
            new String(java.util.Base64.getDecoder().decode(bundle), StandardCharsets.UTF_8));
      }
    }
    return bundles;
  }

  /// A Namespace with annotations.
  ///
  /// @param annotations key, value, key, value
  static String namespace(String name, String... annotations) {
    Map<String, String> map = new java.util.LinkedHashMap<>();
    for (int i = 0; i < annotations.length; i += 2) {
      map.put(annotations[i], annotations[i + 1]);
    }
    return Json.of(
            Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Namespace",
                "metadata",
                Map.of("name", name, "annotations", map)))
        .toString();
  }

  @Override
  public void close() {
    running.forEach(Webhook::close);
    balancer.close();
    controlPlane.close();
  }
}
