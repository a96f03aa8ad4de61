package dev.netlog.webhook.cluster;

import dev.netlog.platform.PlatformKind;
import dev.netlog.webhook.tls.TimeSource;
import dev.netlog.webhook.tls.rotation.AuthorityStore;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The way to the API server of a cluster.
///
/// Opening asks nothing yet. Safe for use by several threads.
public final class ClusterConnection implements AutoCloseable {
  /// Long enough for a busy API server, short enough for certificates that live for half a minute.
  private static final int CALL_MILLIS = 5_000;

  private static final int CONNECT_MILLIS = 3_000;

  private final KubernetesClient client;
  private final AnswerTimes times;

  private ClusterConnection(KubernetesClient client, AnswerTimes times) {
    this.client = client;
    this.times = times;
  }

  /// A connection by a kubeconfig, or as the service account of the pod.
  ///
  /// @param kubeconfig null for the pod's
  public static ClusterConnection open(
      @Nullable Path kubeconfig, Map<String, String> environment, TimeSource time)
      throws ClusterStartException {
    Config credentials = Credentials.of(kubeconfig, environment);
    try {
      return open(credentials, time);
    } catch (RuntimeException unusable) {
      throw new ClusterStartException(
          "the certificates or keys of "
              + (kubeconfig == null ? "the service account" : '"' + kubeconfig.toString() + '"')
              + " cannot be used; try them: kubectl --kubeconfig FILE version");
    }
  }

  static ClusterConnection open(Config credentials, TimeSource time) {
    Config config =
        new ConfigBuilder(credentials)
            .withRequestTimeout(CALL_MILLIS)
            .withConnectionTimeout(CONNECT_MILLIS)
            // Whoever asks decides when to ask again.
            .withRequestRetryBackoffLimit(0)
            .build();
    AnswerTimes times = new AnswerTimes(time);
    KubernetesClient client =
        new KubernetesClientBuilder()
            .withConfig(config)
            .withHttpClientBuilderConsumer(
                builder -> builder.addOrReplaceInterceptor("answer-times", times))
            .build();
    return new ClusterConnection(client, times);
  }

  /// Where the replicas of a webhook share and publish their authorities.
  ///
  /// @param secret a name in the namespace
  /// @param configuration the name of both webhook configurations
  public AuthorityStore authorities(String namespace, String secret, String configuration) {
    return new SecretStore(client, namespace, secret, configuration, times);
  }

  /// Watches the other objects of the cluster from now on.
  ///
  /// Asks nothing on this thread: until the objects have come, all are unknown. They take half of
  /// the heap at most; what does not fit is unknown.
  ///
  /// @param kinds those that are watched; one that the cluster does not have costs one call a
  ///   minute
  /// @param keys the annotations that rules may ask about
  public ClusterInventory inventory(
      List<PlatformKind> kinds, Predicate<String> keys, TimeSource time, InventoryEvents events) {
    CacheBudget budget = new CacheBudget(Runtime.getRuntime().maxMemory() / 2);
    return ClusterInventory.start(client, time, kinds, keys, budget, events);
  }

  @Override
  public void close() {
    client.close();
  }

  KubernetesClient client() {
    return client;
  }
}
