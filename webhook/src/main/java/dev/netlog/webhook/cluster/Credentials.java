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

/// How the API server is reached: by a kubeconfig that is named, or as a pod.
///
/// Nothing else counts, neither the kubeconfig of the user nor variables of the client's own, so
/// that a server never talks to a cluster that nobody named.
final class Credentials {
  private static final Path ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");
  private static final String HOST = "KUBERNETES_SERVICE_HOST";
  private static final String PORT = "KUBERNETES_SERVICE_PORT";

  private Credentials() {}

  /// @param kubeconfig null for those of the pod
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
          shown + " is no kubeconfig that can be used; try it: kubectl --kubeconfig FILE version");
    }
    if (config == null
        || config.getCurrentContext() == null
        || config.getCurrentContext().getContext() == null
        || config.getCurrentContext().getContext().getCluster() == null) {
      throw new ClusterStartException(
          "the kubeconfig "
              + shown
              + " names no current context; add one with: kubectl config"
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
          "this is no pod with a service account, so there is no way to the API server; name a"
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

  /// Tokens are replaced every hour or so; the file is small and always in memory.
  private static String read(Path token) {
    try {
      return Files.readString(token, StandardCharsets.UTF_8).strip();
    } catch (IOException gone) {
      // The call then is refused, which is reported.
      return "";
    }
  }
}
