package dev.netlog.webhook.http;

import dev.netlog.webhook.tls.ServingCertificates;
import dev.netlog.webhook.tls.TimeSource;
import dev.netlog.webhook.tls.authority.DevelopmentCertificates;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.server.ServerConnector;

/// The admission server without what it is for: it reads each review and answers all of them the
/// same. What is left is the price of TLS, HTTP and Java. The benchmark of the webhook links it
/// into a copy of the packaged module; it stands here so that each build compiles it.
///
/// Usage: `NoOperationServer PORT FOLDER [--check]`, where the certificate goes into the folder.
/// With `--check` it ends when it is warm.
public final class NoOperationServer {
  private static final String HOST = "127.0.0.1";

  private static final byte[] ANSWER =
      """
      {"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","response":\
      {"uid":"0df28fbd-5f5f-11e8-bc74-36e6bb280816","allowed":true}}\
      """
          .getBytes(StandardCharsets.UTF_8);

  private static final SampleReview SAMPLE =
      new SampleReview(
          "validate",
          """
          {"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","request":{"uid":"warm-up-0"}}\
          """);

  private NoOperationServer() {}

  /// Runs until it is killed.
  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(arguments[0]);
    ServingCertificates certificates =
        DevelopmentCertificates.open(Path.of(arguments[1]), TimeSource.SYSTEM);
    Javalin app = Javalin.create(config -> configure(config, port, certificates));
    app.start();
    new WarmUp(HOST, app.port(), certificates, List.of(SAMPLE)).run();
    System.out.println("ready");
    if (List.of(arguments).contains("--check")) {
      System.exit(0);
    }
    new CountDownLatch(1).await();
  }

  private static void configure(JavalinConfig config, int port, ServingCertificates certificates) {
    AdmissionServer.carry(config);
    config.jetty.addConnector(
        (server, http) -> {
          ServerConnector connector = TlsConnector.of(server, http, certificates, new Metrics());
          connector.setHost(HOST);
          connector.setPort(port);
          return connector;
        });
    config.routes.post("/validate", NoOperationServer::answer);
    config.routes.post("/mutate", NoOperationServer::answer);
  }

  private static void answer(Context context) throws IOException {
    if (context.req().getInputStream().readAllBytes().length == 0) {
      throw new IOException("a review is never empty");
    }
    context.status(200).contentType("application/json").result(ANSWER);
  }
}
