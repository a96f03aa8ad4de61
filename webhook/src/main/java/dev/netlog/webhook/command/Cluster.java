package dev.netlog.webhook.command;

import dev.netlog.webhook.cluster.ClusterConnection;
import dev.netlog.webhook.cluster.ClusterStartException;
import dev.netlog.webhook.tls.TimeSource;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/// The connection to the API server, opened only if an option needs it. For one thread.
final class Cluster implements AutoCloseable {
  private final @Nullable Path kubeconfig;
  private final Map<String, String> environment;
  private @Nullable ClusterConnection connection;

  Cluster(ParseResult arguments, Path folder, Map<String, String> environment) {
    String named = Options.text(arguments, "--kubeconfig");
    this.kubeconfig = named == null ? null : folder.resolve(named);
    this.environment = environment;
  }

  /// The connection; the same object on each call.
  ClusterConnection connection() throws WebhookUsageException {
    ClusterConnection open = connection;
    if (open == null) {
      try {
        open = ClusterConnection.open(kubeconfig, environment, TimeSource.SYSTEM);
        connection = open;
      } catch (ClusterStartException e) {
        throw new WebhookUsageException(String.valueOf(e.getMessage()));
      }
    }
    return open;
  }

  /// Refuses a kubeconfig that is named but invalid, even if nothing needs it yet.
  void refuseBadKubeconfig() throws WebhookUsageException {
    if (kubeconfig != null) {
      ClusterConnection _ = connection();
    }
  }

  @Override
  public void close() {
    if (connection != null) {
      connection.close();
    }
  }
}
