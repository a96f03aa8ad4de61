package dev.netlog.webhook.http;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.ManifestInventory;
import dev.netlog.settings.Settings;
import dev.netlog.webhook.admission.AdmissionHandler;
import dev.netlog.webhook.admission.Mode;
import dev.netlog.webhook.tls.TimeSource;
import dev.netlog.webhook.tls.TlsStartException;
import dev.netlog.webhook.tls.authority.DevelopmentCertificates;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/// A server on ports of its own, and clients that trust it.
final class RunningServer implements AutoCloseable {
  static final String REVIEW =
      """
      {"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","request":{"uid":"u-1",\
      "kind":{"group":"","version":"v1","kind":"Namespace"},"operation":"CREATE","name":"a",\
      "object":{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"a","annotations":{\
      "k8s.ovn.org/acl-logging":"VALUE"}}},"oldObject":null,"dryRun":false}}\
      """;
  static final String CLEAN = REVIEW.replace("VALUE", "{}");
  static final String BAD = REVIEW.replace("VALUE", "{");

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final EventLog log = new EventLog(written, Clock.systemUTC());
  final Metrics metrics = new Metrics();
  final AdmissionServer server;
  final SSLContext trusting;

  RunningServer(Path folder) throws Exception {
    this(folder, () -> ManifestInventory.of(List.of(), Set.of()));
  }

  /// @param cluster is asked once for each review that is judged
  RunningServer(Path folder, Supplier<Inventory> cluster) throws Exception {
    DevelopmentCertificates certificates = DevelopmentCertificates.open(folder, TimeSource.SYSTEM);
    AdmissionHandler handler =
        new AdmissionHandler(RuleCatalog.standard(), Settings.NONE, Mode.ENFORCE, cluster);
    Address anywhere = new Address("127.0.0.1", 0);
    server =
        AdmissionServer.start(
            new AdmissionServer.Options(
                RunningServer::samples,
                anywhere,
                anywhere,
                Mode.ENFORCE,
                handler,
                certificates,
                metrics,
                log));
    trusting = trusting(folder.resolve("ca.crt"));
  }

  private static List<SampleReview> samples(String uid) {
    return List.of(new SampleReview("validate", CLEAN.replace("u-1", uid)));
  }

  static SSLContext trusting(Path authority)
      throws IOException, GeneralSecurityException, TlsStartException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (InputStream in = Files.newInputStream(authority)) {
      store.setCertificateEntry(
          "a", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  HttpClient client(HttpClient.Version version) {
    return HttpClient.newBuilder().sslContext(trusting).version(version).build();
  }

  URI uri(String path) {
    return URI.create("https://localhost:" + server.address().port() + path);
  }

  HttpResponse<String> health(String path) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI uri = URI.create("http://127.0.0.1:" + server.healthAddress().port() + path);
      return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  HttpRequest.Builder post(String path, byte[] body) {
    return HttpRequest.newBuilder(uri(path))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
  }

  HttpRequest.Builder post(String path, String body) {
    return post(path, body.getBytes(StandardCharsets.UTF_8));
  }

  Socket socket() throws IOException {
    Socket socket = trusting.getSocketFactory().createSocket("localhost", server.address().port());
    socket.setSoTimeout(20_000);
    ((SSLSocket) socket).startHandshake();
    return socket;
  }

  /// A review of exactly so many bytes.
  static byte[] padded(int length) {
    String review =
        REVIEW.replace("VALUE", "{}").replace("\"dryRun\"", "\"pad\":\"PAD\",\"dryRun\"");
    return review
        .replace("PAD", "x".repeat(length - review.length() + 3))
        .getBytes(StandardCharsets.UTF_8);
  }

  /// The head of the answer to a request that is sent as it is.
  String answerTo(String request) throws IOException {
    try (Socket socket = socket()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      return received(socket);
    }
  }

  /// The head of an answer.
  static String received(Socket socket) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    StringBuilder head = new StringBuilder();
    for (String line = reader.readLine();
        line != null && !line.isEmpty();
        line = reader.readLine()) {
      head.append(line).append('\n');
    }
    return head.toString();
  }

  /// All of the log, after its end.
  String log() {
    log.close();
    return written.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.close();
    log.close();
  }
}
