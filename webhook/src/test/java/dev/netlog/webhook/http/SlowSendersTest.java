package dev.netlog.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Small bodies that are announced and do not come.
class SlowSendersTest {
  private static final int SENDERS = 450;
  private static final String HEAD =
      "POST /validate?timeout=30s HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
          + "Content-Length: "
          + RequestLimits.SMALL_BODY
          + "\r\n\r\n";

  @TempDir private static Path folder;

  /// Connected first, so that all of them stall at once.
  @Test
  void stalledSendersKeepNoHonestReviewFromItsAnswer() throws Exception {
    List<Socket> stalled = new ArrayList<>();
    try (RunningServer own = new RunningServer(folder);
        HttpClient client = own.client(Version.HTTP_1_1)) {
      var honest = own.post("/validate", RunningServer.CLEAN).build();
      for (int i = 0; i < SENDERS; i++) {
        stalled.add(own.socket());
      }
      for (Socket each : stalled) {
        each.getOutputStream().write(HEAD.getBytes(StandardCharsets.US_ASCII));
      }
      assertThat(client.send(honest, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
      for (Socket each : stalled) {
        assertThat(RunningServer.received(each)).containsPattern("^HTTP/1.1 (408|503) ");
      }
    } finally {
      for (Socket each : stalled) {
        each.close();
      }
    }
  }

  @Test
  void aBodyThatIsThereNeedsNoPlaceToArrive() throws Exception {
    RequestLimits limits = new RequestLimits();
    List<Integer> ended = new ArrayList<>();
    for (int i = 0; i < RequestLimits.WAITING; i++) {
      int number = i;
      var _ = limits.waiting(() -> ended.add(number));
    }
    try (ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor()) {
      BodyReader reader = new BodyReader(limits, alarms);
      Deadline deadline = Deadline.in(Duration.ofMinutes(1));
      byte[] bytes = {1, 2, 3};
      try (var body = reader.read(new ByteArrayInputStream(bytes), 3, deadline)) {
        assertThat(body.bytes()).isEqualTo(bytes);
      }
      assertThat(ended).isEmpty();
      // One that is not all there yet takes the place of the one that takes longest.
      reader.read(new ByteArrayInputStream(bytes), 4, deadline).close();
      assertThat(ended).containsExactly(0);
    }
  }

  @Test
  void aBodyThatIsGivenUpForOthersIsToBeSentAgain() throws Exception {
    RequestLimits limits = new RequestLimits();
    try (ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor();
        ExecutorService crowd = Executors.newSingleThreadExecutor()) {
      BodyReader reader = new BodyReader(limits, alarms);
      NeverEnding in = new NeverEnding();
      Future<?> others =
          crowd.submit(
              () -> {
                in.reached.await();
                for (int i = 0; i < RequestLimits.WAITING; i++) {
                  var _ = limits.waiting(() -> {});
                }
                return true;
              });
      assertThatThrownBy(() -> reader.read(in, 1_000, Deadline.in(Duration.ofMinutes(1))))
          .isInstanceOf(RefusedException.class)
          .hasMessage("busy: too many slow bodies at once");
      assertThat(others.get()).isEqualTo(true);
    }
  }

  /// The caller would wait for a minute, and a large body may take ten seconds.
  @Test
  void theStartOfABodyHasThreeSecondsAndMemoryAsItComes() {
    Deadline tenSeconds = Deadline.in(Duration.ofSeconds(10));
    try (ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor()) {
      BodyReader reader = new BodyReader(new RequestLimits(), alarms);
      NeverEnding in = new NeverEnding();
      assertThatThrownBy(
              () -> reader.read(in, RequestLimits.SMALL_BODY, Deadline.in(Duration.ofMinutes(1))))
          .isInstanceOfSatisfying(
              RefusedException.class, refusal -> assertThat(refusal.status()).isEqualTo(503));
      assertThat(tenSeconds.remainingNanos()).isPositive();
      assertThat(in.room).isEqualTo(8 * 1024);
    }
  }

  /// Notes how much it could have filled, and fills nothing.
  private static final class NeverEnding extends InputStream {
    private final CountDownLatch reached = new CountDownLatch(1);
    private int room;

    @Override
    public int read() throws IOException {
      throw new IOException("read by the byte");
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      room = into.length;
      reached.countDown();
      try {
        Thread.sleep(Duration.ofMinutes(1));
      } catch (InterruptedException e) {
        throw new InterruptedIOException(String.valueOf(e.getMessage()));
      }
      return -1;
    }
  }
}
