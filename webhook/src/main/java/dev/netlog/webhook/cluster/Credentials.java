package dev.netlog.webhook.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.OAuthTokenProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the credentials for the API server: a named kubeconfig, or those of the pod.
///
/// The user's default kubeconfig and the client's own environment variables are ignored, so that a
/// server never connects to a cluster that nobody named.
final class Credentials {
  private static final Path ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");
  private static final String HOST = "KUBERNETES_SERVICE_HOST";
  private static final String PORT = "KUBERNETES_SERVICE_PORT";

  private Credentials() {}

  /// @param kubeconfig null for the service account of the pod
  static Config of(@Nullable Path kubeconfig, Map<String, String> environment)
      throws ClusterStartException {
    return kubeconfig == null ? ofPod(environment, ACCOUNT) : ofFile(kubeconfig);
  }

  static Config ofFile(Path kubeconfig) throws ClusterStartException {
    String shown = '"' + kubeconfig.toString() + '"';
    try {
      Files.readString(kubeconfig);
    } catch (IOException unreadable) {
      throw new ClusterStartException(
          "cannot read the kubeconfig " + shown + "; name a readable file with --kubeconfig");
    }
    Config config;
    try {
      config = Config.fromKubeconfig(kubeconfig.toFile());
    } catch (RuntimeException malformed) {
      throw new ClusterStartException(
          shown + " is not a usable kubeconfig; test it with: kubectl --kubeconfig FILE version");
    }
    if (config == null
        || config.getCurrentContext() == null
        || config.getCurrentContext().getContext() == null
        || config.getCurrentContext().getContext().getCluster() == null) {
      throw new ClusterStartException(
          "the kubeconfig "
              + shown
              + " has no current context; add one with: kubectl config"
              + " use-context NAME --kubeconfig FILE");
    }
    if (ClientKey.isOnCurve(config.getClientKeyData(), config.getClientKeyFile())) {
      config.setClientKeyAlgo("EC");
    }
    return config;
  }

  static Config ofPod(Map<String, String> environment, Path account) throws ClusterStartException {
    String host = environment.get(HOST);
    String port = environment.get(PORT);
    Path token = account.resolve("token");
    if (host == null || port == null || !Files.isReadable(token)) {
      throw new ClusterStartException(
          "the API server cannot be reached, since this is not a pod with a service account; name a"
              + " kubeconfig with --kubeconfig FILE");
    }
    String address = host.contains(":") ? "[" + host + "]" : host;
    OAuthTokenProvider tokens = () -> read(token);
    return new ConfigBuilder(Config.empty())
        .withMasterUrl("https://" + address + ":" + port + "/")
        .withCaCertFile(account.resolve("ca.crt").toString())
        .withOauthTokenProvider(tokens)
        .build();
  }

  /// Tokens are replaced about once an hour; the file is small and in memory.
  private static String read(Path token) {
    try {
      return Files.readString(token, StandardCharsets.UTF_8).strip();
    } catch (IOException gone) {
      // The call is then refused, which is reported.
      return "";
    }
  }
}
