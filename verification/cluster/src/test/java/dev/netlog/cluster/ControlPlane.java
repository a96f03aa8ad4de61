package dev.netlog.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// An etcd and a kube-apiserver. There is nothing else of a cluster: no controller, no node.
final class ControlPlane implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);

  private final Path folder;
  private final Pki pki;
  private final String url;
  private final Child etcd;
  private final Child server;
  private final Api api;

  private ControlPlane(Path folder, Pki pki, String url, Child etcd, Child server, Api api) {
    this.folder = folder;
    this.pki = pki;
    this.url = url;
    this.etcd = etcd;
    this.server = server;
    this.api = api;
  }

  /// Starts both with no data, and waits until they serve.
  static ControlPlane start(String name) {
    Path binaries = Binaries.servers();
    Path folder = Settings.folder(name);
    Pki pki = Pki.create(folder.resolve("pki"));
    try {
      return start(binaries, folder, pki);
    } catch (AssertionError e) {
      // Somebody may have taken one of the ports meanwhile.
      return start(binaries, folder, pki);
    }
  }

  private static ControlPlane start(Path binaries, Path folder, Pki pki) {
    int etcdPort = freePort();
    int port = freePort();
    Child etcd =
        Child.start("etcd", folder.resolve("etcd.log"), etcd(binaries, data(folder), etcdPort));
    Child server =
        Child.start(
            "kube-apiserver",
            folder.resolve("kube-apiserver.log"),
            apiServer(binaries, pki, etcdPort, port));
    String url = "https://127.0.0.1:" + port;
    Api api =
        new Api(
            url,
            HttpClient.newBuilder()
                .sslContext(pki.admin())
                .connectTimeout(Duration.ofSeconds(10))
                .build());
    ControlPlane started = new ControlPlane(folder, pki, url, etcd, server, api);
    try {
      Await.until("kube-apiserver is ready; " + folder, START, started::isReady);
      return started;
    } catch (AssertionError e) {
      started.close();
      throw new AssertionError(etcd.lastWords() + "\n" + server.lastWords(), e);
    }
  }

  private boolean isReady() {
    if (!etcd.isAlive() || !server.isAlive()) {
      throw new AssertionError("a server has ended");
    }
    try {
      return api.read("/readyz").isOk() && api.read("/api/v1/namespaces/default").isOk();
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  private static Path data(Path folder) {
    try {
      return Files.createTempDirectory(folder, "etcd-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A port that nobody listens on.
  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> etcd(Path binaries, Path data, int port) {
    return List.of(
        binaries.resolve("etcd").toString(),
        "--data-dir=" + data,
        "--listen-client-urls=http://127.0.0.1:" + port,
        "--advertise-client-urls=http://127.0.0.1:" + port,
        "--listen-peer-urls=http://127.0.0.1:0",
        "--log-level=warn",
        "--unsafe-no-fsync");
  }

  private static List<String> apiServer(Path binaries, Pki pki, int etcdPort, int port) {
    return List.of(
        binaries.resolve("kube-apiserver").toString(),
        "--etcd-servers=http://127.0.0.1:" + etcdPort,
        "--bind-address=127.0.0.1",
        "--advertise-address=127.0.0.1",
        "--secure-port=" + port,
        "--endpoint-reconciler-type=none",
        "--service-cluster-ip-range=10.0.0.0/24",
        "--authorization-mode=RBAC",
        "--cert-dir=" + pki.folder(),
        "--tls-cert-file=" + pki.file("server.crt"),
        "--tls-private-key-file=" + pki.file("server.key"),
        "--client-ca-file=" + pki.file("ca.crt"),
        "--service-account-issuer=https://kubernetes.default.svc",
        "--service-account-key-file=" + pki.file("sa.key"),
        "--service-account-signing-key-file=" + pki.file("sa.key"));
  }

  /// Its files.
  Path folder() {
    return folder;
  }

  /// As an administrator.
  Api api() {
    return api;
  }

  /// As an administrator.
  Kubectl kubectl() {
    return new Kubectl(
        kubeconfig(
            "admin",
            "client-certificate: " + pki.file("admin.crt"),
            "client-key: " + pki.file("admin.key")));
  }

  /// A file that says where the API server is and who the user is.
  ///
  /// @param user lines for the user
  Path kubeconfig(String name, String... user) {
    String text =
        """
        apiVersion: v1
        kind: Config
        current-context: test
        contexts:
        - {name: test, context: {cluster: test, user: test}}
        clusters:
        - {name: test, cluster: {server: "%s", certificate-authority: "%s"}}
        users:
        - name: test
          user:
            %s
        """
            .formatted(url, pki.file("ca.crt"), String.join("\n    ", user));
    try {
      return Files.writeString(folder.resolve(name + ".kubeconfig"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    api.close();
    server.close();
    etcd.close();
  }
}
