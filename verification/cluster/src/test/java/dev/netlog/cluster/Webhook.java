package dev.netlog.cluster;

import dev.netlog.cluster.Api.Answer;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A running `./netlog-webhook`.
final class Webhook implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);
  private static final Pattern GREETING =
      Pattern.compile(
          "netlog-webhook listens on https://[^:\\s]+:(\\d+), health and metrics on"
              + " (http://[^:\\s]+:\\d+)");
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Child child;
  private final int port;
  private final Api health;

  private Webhook(Child child, int port, Api health) {
    this.child = child;
    this.port = port;
    this.health = health;
  }

  /// Starts one, on ports of its own choice, and waits until it is ready.
  static Webhook start(List<String> arguments) {
    return startUnready(arguments).awaitReady();
  }

  /// Starts one and waits until it says where it listens.
  static Webhook startUnready(List<String> arguments) {
    List<String> command = new ArrayList<>(command());
    command.addAll(arguments);
    build();
    Path log = Settings.folder("webhooks").resolve(COUNT.incrementAndGet() + ".log");
    Child child = Child.start("netlog-webhook", log, command);
    try {
      Matcher greeting =
          Await.value(
              "netlog-webhook listens",
              START,
              () -> {
                Matcher matcher = GREETING.matcher(child.said());
                if (!matcher.find() && !child.isAlive()) {
                  throw new AssertionError("netlog-webhook has ended");
                }
                return matcher.reset().find() ? matcher : null;
              });
      return new Webhook(
          child,
          Integer.parseInt(greeting.group(1)),
          new Api(greeting.group(2), HttpClient.newHttpClient()));
    } catch (AssertionError e) {
      child.kill();
      throw new AssertionError(child.lastWords(), e);
    }
  }

  /// Starts one that is expected to end by itself.
  static Tool.Output runToItsEnd(List<String> arguments) {
    List<String> command = new ArrayList<>(command());
    command.addAll(arguments);
    return Tool.run(Settings.ROOT, "", command);
  }

  private static List<String> command() {
    return List.of(
        Settings.ROOT.resolve("netlog-webhook").toString(),
        "--listen=127.0.0.1:0",
        "--health-listen=127.0.0.1:0");
  }

  /// The first use builds it, which is no part of its start.
  private static void build() {
    var _ =
        Tool.run(
                Settings.ROOT,
                "",
                List.of(Settings.ROOT.resolve("netlog-webhook").toString(), "--version"))
            .expectOk();
  }

  Webhook awaitReady() {
    try {
      Await.until("netlog-webhook is ready", START, this::isReady);
      return this;
    } catch (AssertionError e) {
      close();
      throw new AssertionError(child.lastWords(), e);
    }
  }

  boolean isReady() {
    try {
      return health.read("/readyz").isOk();
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  Child process() {
    return child;
  }

  int port() {
    return port;
  }

  Metrics metrics() {
    Answer answer = health.read("/metrics").expectOk();
    return Metrics.parse(answer.body());
  }

  /// Ends it as Kubernetes does, and waits.
  ///
  /// @return its exit code
  int drain() {
    child.terminate();
    int code = child.exitCode();
    health.close();
    return code;
  }

  @Override
  public void close() {
    child.close();
    health.close();
  }
}
