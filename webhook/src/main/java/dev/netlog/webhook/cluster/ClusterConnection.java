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

/// A connection to the API server of a cluster.
///
/// Opening it sends no request. Safe for use by several threads.
public final class ClusterConnection implements AutoCloseable {
  /// The timeout of a call in milliseconds: enough for a busy API server, short enough for
  /// certificates that live for half a minute.
  private static final int CALL_MILLIS = 5_000;

  private static final int CONNECT_MILLIS = 3_000;

  private final KubernetesClient client;
  private final AnswerTimes times;

  private ClusterConnection(KubernetesClient client, AnswerTimes times) {
    this.client = client;
    this.times = times;
  }

  /// Connects with a kubeconfig, or with the service account of the pod.
  ///
  /// @param kubeconfig null for the service account
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
              + " cannot be used; test them with: kubectl --kubeconfig FILE version");
    }
  }

  static ClusterConnection open(Config credentials, TimeSource time) {
    Config config =
        new ConfigBuilder(credentials)
            .withRequestTimeout(CALL_MILLIS)
            .withConnectionTimeout(CONNECT_MILLIS)
            // The caller decides when to retry.
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

  /// The store in which the replicas of a webhook share and publish their authorities.
  ///
  /// @param secret a name in the namespace
  /// @param configuration the name of both webhook configurations
  public AuthorityStore authorities(String namespace, String secret, String configuration) {
    return new SecretStore(client, namespace, secret, configuration, times);
  }

  /// Starts to watch the other objects of the cluster.
  ///
  /// Sends no request on this thread: all objects are unknown until they have arrived. They take at
  /// most half of the heap; objects that do not fit are unknown.
  ///
  /// @param kinds the kinds to watch; one that the cluster does not have costs one call per minute
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
