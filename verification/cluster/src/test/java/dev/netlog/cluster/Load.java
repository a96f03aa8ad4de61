package dev.netlog.cluster;

import dev.netlog.cluster.Connection.Response;
import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.security.auth.x500.X500Principal;

/// Calls a webhook as an API server does, but by a new connection for every two calls, so that they
/// meet the certificate of their moment.
///
/// Like an API server it asks again where it is told to, and not where a connection breaks.
final class Load implements AutoCloseable {
  private static final int AT_ONCE = 64;
  private static final int PER_CONNECTION = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final int port;
  private final Supplier<SSLContext> trust;
  private final byte[] body;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore room = new Semaphore(AT_ONCE);
  private final AtomicInteger succeeded = new AtomicInteger();
  private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
  private final Set<BigInteger> certificates = ConcurrentHashMap.newKeySet();
  private final Set<X500Principal> authorities = ConcurrentHashMap.newKeySet();
  private final long begin = System.nanoTime();
  private final Thread pace;
  private volatile boolean over;

  /// A call that was lost.
  ///
  /// @param opened when the opening of its connection began, by [System#nanoTime()]
  record Failure(long opened, String why) {}

  private Load(int port, Supplier<SSLContext> trust, int perSecond) {
    this.port = port;
    this.trust = trust;
    this.body = Reviews.namespace("load", "{\"deny\":\"alert\"}");
    this.pace =
        Thread.ofPlatform()
            .daemon()
            .name("load")
            .start(() -> run(PER_CONNECTION * 1_000_000_000L / perSecond));
  }

  /// Starts to call.
  ///
  /// @param trust asked before each call
  static Load start(int port, Supplier<SSLContext> trust, int perSecond) {
    return new Load(port, trust, perSecond);
  }

  private void run(long nanos) {
    long next = System.nanoTime();
    while (!over) {
      // Where the machine is busy the calls that are due pile up to the limit, and are made then.
      room.acquireUninterruptibly();
      threads.execute(this::call);
      next = Math.max(next + nanos, System.nanoTime() - 100_000_000);
      LockSupport.parkNanos(next - System.nanoTime());
    }
  }

  private void call() {
    long opened = System.nanoTime();
    try (Connection connection = Connection.open(trust.get(), Connection.SERVICE, port)) {
      X509Certificate peer = connection.peer();
      certificates.add(peer.getSerialNumber());
      authorities.add(peer.getIssuerX500Principal());
      for (int i = 0; i < PER_CONNECTION; i++) {
        Response response = connection.post("/validate?timeout=10s", body);
        if (response.isRetry()) {
          again(response);
          return;
        }
        count(opened, response);
        if (response.saysGoodbye()) {
          return;
        }
      }
    } catch (IOException | RuntimeException e) {
      failures.add(new Failure(opened, e.toString()));
    } finally {
      room.release();
    }
  }

  private void count(long opened, Response response) {
    if (response.status() == 200 && response.body().contains("\"allowed\":true")) {
      succeeded.incrementAndGet();
    } else {
      failures.add(new Failure(opened, response.toString()));
    }
  }

  /// Asks again, by other connections, as long as an API server would.
  private void again(Response first) {
    long start = System.nanoTime();
    long opened = start;
    Response response = first;
    try {
      while (response.isRetry() && System.nanoTime() - start < PATIENCE.toNanos()) {
        Await.pause(
            Duration.ofSeconds(
                Long.parseLong(response.headers().getOrDefault("retry-after", "0"))));
        opened = System.nanoTime();
        try (Connection other = Connection.open(trust.get(), Connection.SERVICE, port)) {
          response = other.post("/validate?timeout=10s", body);
        }
      }
      count(opened, response);
    } catch (IOException e) {
      failures.add(new Failure(opened, e.toString()));
    }
  }

  int succeeded() {
    return succeeded.get();
  }

  /// How many a second: fewer than asked for where the machine is busy.
  long perSecond() {
    return Math.round(succeeded() / ((System.nanoTime() - begin) / 1e9));
  }

  /// What was lost so far.
  List<Failure> failures() {
    return List.copyOf(failures);
  }

  /// How many certificates were met.
  int certificates() {
    return certificates.size();
  }

  /// How many authorities had signed those.
  int authorities() {
    return authorities.size();
  }

  /// Waits until so many more calls have succeeded.
  void awaitMore(int calls) {
    int goal = succeeded() + calls;
    Await.until(
        calls + " more calls succeed; " + failures.peek(),
        Duration.ofMinutes(2),
        () -> succeeded() >= goal || !failures.isEmpty());
  }

  /// Stops, and waits for the calls that are under way.
  @Override
  public void close() {
    over = true;
    try {
      pace.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.close();
  }
}
