package dev.netlog.webhook.http;

import dev.netlog.webhook.admission.AdmissionHandler;
import dev.netlog.webhook.admission.Mode;
import dev.netlog.webhook.http.EventLog.Level;
import dev.netlog.webhook.tls.ServingCertificates;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/// The server, from listening to the last response.
public final class AdmissionServer implements AutoCloseable {
  private static final Duration ENDING = Duration.ofSeconds(4);
  private static final Duration LINGERING = Duration.ofMillis(300);
  private static final Duration HANGING_UP = Duration.ofMillis(700);
  private static final Duration BRIEFLY = Duration.ofMillis(20);

  private final Options options;
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.STARTING);
  private final RequestLimits limits = new RequestLimits();
  private final ScheduledExecutorService alarms = alarms();
  private final String warmUpId = "warm-up-" + UUID.randomUUID();
  private final Javalin app;
  private @Nullable HealthServer health;
  private @Nullable ServerConnector connector;

  /// The parts and options of the server.
  ///
  /// @param samples the reviews of the warm-up, by the prefix of their uids
  /// @param listen the address for reviews
  /// @param healthListen the address for probes and metrics
  /// @param mode for the log only; the handler has its own
  public record Options(
      Function<String, List<SampleReview>> samples,
      Address listen,
      Address healthListen,
      Mode mode,
      AdmissionHandler handler,
      ServingCertificates certificates,
      Metrics metrics,
      EventLog log) {}

  private AdmissionServer(Options options) {
    this.options = options;
    options.metrics().watch(options.certificates());
    options.metrics().watch(limits::inFlight);
    this.app = Javalin.create(this::configure);
  }

  /// Listens on both addresses. Reviews are answered from now on; [#warmUp()] makes the server
  /// ready.
  ///
  /// @throws StartException if it cannot listen on an address
  public static AdmissionServer start(Options options) throws StartException {
    AdmissionServer server = new AdmissionServer(options);
    try {
      server.listen();
      return server;
    } catch (StartException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private void listen() throws StartException {
    health = HealthServer.start(options.healthListen(), phase::get, options.metrics());
    try {
      app.start();
    } catch (RuntimeException e) {
      throw cannotListen("--listen", options.listen(), e);
    }
  }

  static StartException cannotListen(String option, Address address, Exception e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String why =
        cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException
            ? "the name is unknown"
            : String.valueOf(cause.getMessage()).replaceAll("\\s+", " ");
    return new StartException(
        "cannot listen on "
            + address
            + ": "
            + why
            + "; choose another address with "
            + option
            + ", or stop the program that uses this one");
  }

  private void configure(JavalinConfig config) {
    carry(config);
    config.jetty.addConnector(this::connector);
    Reporter reporter = new Reporter(options.log(), options.metrics(), options.mode(), warmUpId);
    BodyReader bodies = new BodyReader(limits, alarms);
    AdmissionEndpoint validate =
        new AdmissionEndpoint(
            "validate", options.handler()::validate, bodies, limits, reporter, phase::get);
    AdmissionEndpoint mutate =
        new AdmissionEndpoint(
            "mutate",
            (body, _) -> options.handler().mutate(body),
            bodies,
            limits,
            reporter,
            phase::get);
    config.routes.post("/validate", validate::handle);
    config.routes.post("/mutate", mutate::handle);
    config.routes.error(404, context -> NotFoundHandler.handle(context, reporter));
  }

  /// Configures how requests are received, independent of their handlers.
  static void carry(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.http.generateEtags = false;
    // Bodies are streamed, with a limit of our own.
    config.http.maxRequestSize = Long.MAX_VALUE;
    QueuedThreadPool threads = new QueuedThreadPool(16, 3, 60_000);
    threads.setName("netlog-http");
    threads.setDaemon(true);
    // With reserved threads, requests would run on pool threads, and a dozen slow clients would
    // block all handshakes. Without, virtual threads do everything that may block.
    threads.setReservedThreads(0);
    threads.setVirtualThreadsExecutor(
        VirtualThreads.getNamedVirtualThreadsExecutor("netlog-review-"));
    config.jetty.threadPool = threads;
    config.jetty.modifyHttpConfiguration(AdmissionServer::quiet);
  }

  /// Nearly all alarms are cancelled at once, and must not stay in memory until their time.
  private static ScheduledExecutorService alarms() {
    var alarms =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("netlog-alarms").factory());
    alarms.setRemoveOnCancelPolicy(true);
    return alarms;
  }

  private static void quiet(HttpConfiguration configuration) {
    configuration.setSendServerVersion(false);
    configuration.setSendXPoweredBy(false);
    configuration.setRelativeRedirectAllowed(false);
    configuration.setRequestHeaderSize(16 * 1024);
  }

  private ServerConnector connector(Server server, HttpConfiguration configuration) {
    ServerConnector made =
        TlsConnector.of(server, configuration, options.certificates(), options.metrics());
    made.setHost(options.listen().host());
    made.setPort(options.listen().port());
    connector = made;
    return made;
  }

  /// The address for reviews.
  public Address address() {
    return options.listen().on(connector == null ? -1 : connector.getLocalPort());
  }

  /// The address for probes and metrics.
  public Address healthAddress() {
    return options.healthListen().on(health == null ? -1 : health.port());
  }

  /// Sends reviews to itself, and becomes ready when they are answered.
  ///
  /// @throws IOException if the server does not answer itself
  public void warmUp() throws IOException {
    new WarmUp(
            options.listen().host(),
            address().port(),
            options.certificates(),
            options.samples().apply(warmUpId))
        .run();
    if (phase.compareAndSet(Phase.STARTING, Phase.READY)) {
      options.log().say(Level.INFO, "ready", "serving on https://" + address());
    }
  }

  /// Shuts down without losing a request. First it is not ready any more, so that clients stop
  /// sending; then it answers what has arrived; then it asks remaining clients to use another
  /// replica.
  ///
  /// @param delay how long it takes until all clients know that this server is not ready
  public void drain(Duration delay) {
    phase.set(Phase.LEAVING);
    options
        .log()
        .say(
            Level.INFO,
            "draining",
            "no longer ready, still serving for " + delay.toMillis() + " ms");
    sleep(delay);
    phase.set(Phase.ENDING);
    Deadline deadline = Deadline.in(ENDING);
    sleep(LINGERING);
    while (limits.inFlight() > 0 && deadline.remainingNanos() > 0) {
      sleep(BRIEFLY);
    }
    hangUp();
    options.log().say(Level.INFO, "ended", limits.inFlight() + " requests left unanswered");
    close();
  }

  /// Accepts no more connections, and waits until open requests are answered. Idle connections do
  /// not close by themselves.
  private void hangUp() {
    ServerConnector open = connector;
    if (open == null) {
      return;
    }
    open.close();
    Deadline deadline = Deadline.in(HANGING_UP);
    while (!open.getConnectedEndPoints().isEmpty() && deadline.remainingNanos() > 0) {
      sleep(BRIEFLY);
    }
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Stops at once.
  @Override
  public void close() {
    phase.set(Phase.ENDING);
    app.stop();
    if (health != null) {
      health.close();
    }
    alarms.shutdownNow();
  }
}
