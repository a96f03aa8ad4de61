package dev.netlog.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Full speed for a while. `-Dsoak.calls=5000000` makes it a long one.
@Tag("reliability")
class SoakTest {
  private static final int CALLS = Integer.getInteger("soak.calls", 200_000);
  private static final int CALLERS = 8;

  /// A connection is used for so many calls.
  private static final int KEPT = 500;

  @Test
  void memoryDoesNotGrow() throws Exception {
    Path folder = Settings.folder("soak");
    try (Webhook webhook = Webhook.start(List.of("--tls-dev=" + folder))) {
      SSLContext trust =
          Pki.context(Trust.certificates(Files.readString(folder.resolve("ca.crt"))), null);
      // The first half lets the compilers finish.
      run(webhook, trust, CALLS / 2);
      JavaMemory before = atRest(webhook);
      long start = System.nanoTime();
      run(webhook, trust, CALLS - CALLS / 2);
      double seconds = (System.nanoTime() - start) / 1e9;
      JavaMemory after = atRest(webhook);
      System.out.printf(
          "%d calls, %.0f a second: %s, then %s, of %d KiB resident%n",
          CALLS,
          (CALLS - CALLS / 2) / seconds,
          before,
          after,
          webhook.process().residentKibibytes());
      assertThat(after.live()).isLessThan(before.live() + before.live() / 10);
      assertThat(after.beside()).isLessThan(before.beside() + before.beside() / 10);
      // What may be resident when all of the heap is.
      assertThat(after.beside() + after.heap())
          .isLessThan(Overlay.read(Kubectl.ANYBODY, "enforce").memoryLimitKibibytes());
      assertThat(webhook.metrics().reviews()).isEqualTo(CALLS);
    }
  }

  /// What is not given back: Java's compilers take some 30 MiB for a while, which go back every
  /// five seconds.
  private static JavaMemory atRest(Webhook webhook) throws InterruptedException {
    JavaMemory least = JavaMemory.of(webhook.process());
    for (int i = 0; i < 12; i++) {
      Thread.sleep(Duration.ofSeconds(1));
      JavaMemory now = JavaMemory.of(webhook.process());
      least =
          new JavaMemory(
              Math.min(least.live(), now.live()),
              Math.min(least.beside(), now.beside()),
              now.heap());
    }
    return least;
  }

  private static void run(Webhook webhook, SSLContext trust, int calls) throws Exception {
    AtomicInteger next = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Void>> callers = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        Callable<Void> caller =
            () -> {
              while (call(webhook, trust, next, calls)) {}
              return null;
            };
        callers.add(threads.submit(caller));
      }
      for (Future<Void> each : callers) {
        Void _ = each.get();
      }
    }
  }

  private static boolean call(Webhook webhook, SSLContext trust, AtomicInteger next, int calls)
      throws IOException {
    try (Connection connection = Connection.open(trust, "localhost", webhook.port())) {
      for (int i = 0; i < KEPT; i++) {
        int number = next.getAndIncrement();
        if (number >= calls) {
          return false;
        }
        String value = number % 2 == 0 ? "{\"deny\":\"alert\"}" : "{\"deny\":\"loud\"}";
        byte[] review = Reviews.namespace("soak-" + number, value);
        assertThat(connection.post("/validate", review).status()).isEqualTo(200);
      }
      return true;
    }
  }
}
