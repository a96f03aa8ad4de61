package dev.netlog.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.cluster.Api.Answer;
import dev.netlog.cluster.Cluster.Setup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Replicas come and go while calls arrive, some by new connections, some by those that the API
/// server holds.
@Tag("reliability")
@ExtendWith(WithCluster.class)
class RestartTest {
  private static final Setup SETUP = Setup.of("enforce");
  private static final int PER_SECOND = 200;
  private static final int USERS = 4;

  private final Cluster cluster;
  private Webhook running;

  RestartTest(Cluster cluster) {
    this.cluster = cluster;
    this.running = cluster.webhook(SETUP);
  }

  @BeforeEach
  void enforce() {
    running = cluster.webhook(SETUP);
  }

  @AfterEach
  void forget() {
    cluster.stop();
  }

  /// Users of the API server, each of whom asks again as soon as there is an answer.
  private static final class Users implements AutoCloseable {
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private final List<Thread> threads = new ArrayList<>();

    Users(Api api) {
      for (int i = 0; i < USERS; i++) {
        threads.add(Thread.ofVirtual().start(() -> run(api)));
      }
    }

    private void run(Api api) {
      while (!over.get()) {
        Answer answer =
            api.create(
                "/api/v1/namespaces?dryRun=All",
                Cluster.namespace("by-a-user", Cases.ACL_LOGGING, "{\"deny\":\"loud\"}"));
        answers.incrementAndGet();
        if (answer.status() != 422) {
          failures.add(answer.toString());
        }
      }
    }

    @Override
    public void close() {
      over.set(true);
      for (Thread each : threads) {
        try {
          each.join();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  @Test
  void aRollingRestartLosesNoCall() {
    try (Trust trust = new Trust(cluster);
        Load load = Load.start(cluster.balancer().port(), trust, PER_SECOND);
        Users users = new Users(cluster.api())) {
      for (int i = 0; i < 3; i++) {
        load.awaitMore(100);
        Webhook next = cluster.replica(SETUP);
        cluster.balancer().sendTo(running, next);
        load.awaitMore(100);
        running.process().terminate();
        Webhook leaving = running;
        // It takes a moment until a Service knows who is not ready any more.
        Await.until("it is not ready", Duration.ofSeconds(10), () -> !leaving.isReady());
        load.awaitMore(100);
        cluster.balancer().sendTo(next);
        assertThat(leaving.process().exitCode()).isZero();
        running = next;
      }
      load.awaitMore(100);
      assertThat(load.failures()).isEmpty();
      assertThat(users.failures).isEmpty();
      System.out.printf(
          "3 restarts, %d calls and %d requests of users, none failed%n",
          load.succeeded(), users.answers.get());
    }
  }

  @Test
  void aReplicaThatIsKilledLosesOnlyWhatItWasAt() {
    Webhook killed = running;
    Webhook other = cluster.replica(SETUP);
    cluster.balancer().sendTo(killed, other);
    try (Trust trust = new Trust(cluster);
        Load load = Load.start(cluster.balancer().port(), trust, PER_SECOND)) {
      load.awaitMore(200);
      assertThat(load.failures()).isEmpty();
      cluster.balancer().sendTo(other);
      // No connection goes to it from here on, but those that it has may be used once more before
      // they are known to have ended.
      long left = System.nanoTime();
      killed.process().kill();
      int goal = load.succeeded() + 200;
      Await.until("others go on", Duration.ofMinutes(1), () -> load.succeeded() >= goal);
      assertThat(load.failures()).allMatch(failure -> failure.opened() < left);
      // And it starts again cleanly.
      Webhook again = cluster.replica(SETUP);
      cluster.balancer().sendTo(again);
      int more = load.succeeded() + 200;
      Await.until("it serves again", Duration.ofMinutes(1), () -> load.succeeded() >= more);
      assertThat(load.failures()).allMatch(failure -> failure.opened() < left);
      System.out.printf(
          "killed under load: %d calls on its connections failed, %d succeeded%n",
          load.failures().size(), load.succeeded());
    }
  }
}
