package dev.netlog.webhook.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// Serves probes and metrics on a separate plain port.
///
/// Separate from the server for reviews: it responds even if that server is overloaded or stopping,
/// and a request to it cannot affect a review.
final class HealthServer implements AutoCloseable {
  private static final String TEXT = "text/plain; charset=utf-8";

  private final HttpServer server;
  private final ExecutorService threads;

  private HealthServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /// Responds to one path.
  @FunctionalInterface
  private interface Endpoint {
    Answer answer();
  }

  private record Answer(int status, String contentType, String body) {
    static Answer text(int status, String text) {
      return new Answer(status, TEXT, text + "\n");
    }
  }

  /// Starts to listen.
  static HealthServer start(Address address, Supplier<Phase> phase, Metrics metrics)
      throws StartException {
    // The JDK reads this property once, for the first server.
    System.setProperty("sun.net.httpserver.maxReqTime", "10");
    System.setProperty("sun.net.httpserver.idleInterval", "60");
    System.setProperty("jdk.httpserver.maxConnections", "256");
    try {
      HttpServer server = HttpServer.create(address.socket(), 64);
      ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
      server.setExecutor(threads);
      add(server, "/", HealthServer::notFound);
      add(server, "/healthz", () -> Answer.text(200, "ok"));
      add(server, "/readyz", () -> ready(phase.get()));
      add(server, "/metrics", () -> new Answer(200, metrics.contentType(), metrics.text()));
      server.start();
      return new HealthServer(server, threads);
    } catch (BindException | UnknownHostException e) {
      throw AdmissionServer.cannotListen("--health-listen", address, e);
    } catch (IOException e) {
      throw AdmissionServer.cannotListen("--health-listen", address, e);
    }
  }

  private static Answer notFound() {
    return Answer.text(404, "not found; the paths are /healthz, /readyz and /metrics");
  }

  private static Answer ready(Phase phase) {
    return switch (phase) {
      case READY -> Answer.text(200, "ready");
      case STARTING -> Answer.text(503, "warming up");
      case LEAVING, ENDING -> Answer.text(503, "ending");
    };
  }

  private static void add(HttpServer server, String path, Endpoint endpoint) {
    server.createContext(path, exchange -> handle(exchange, path, endpoint));
  }

  private static void handle(HttpExchange exchange, String path, Endpoint endpoint)
      throws IOException {
    try (exchange) {
      boolean head = exchange.getRequestMethod().equals("HEAD");
      Answer answer =
          !exchange.getRequestURI().getPath().equals(path)
              ? notFound()
              : !head && !exchange.getRequestMethod().equals("GET")
                  ? Answer.text(405, "only GET")
                  : endpoint.answer();
      exchange.getResponseHeaders().set("Content-Type", answer.contentType());
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), head ? -1 : body.length);
      if (!head) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
