package dev.netlog.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StalledBodiesTest {
  private static final int MEBIBYTE = 1024 * 1024;

  @TempDir private static Path folder;

  /// Both say how much will come, or that pieces will come.
  private static final String ANNOUNCED = "Content-Length: " + BodyReader.LIMIT + "\r\n\r\n";

  private static final String PIECES = "Transfer-Encoding: chunked\r\n\r\n100000\r\n";

  /// The stalled ones may take ten seconds, and the other one gets an answer within eight.
  @ParameterizedTest
  @ValueSource(strings = {ANNOUNCED, PIECES})
  void largeBodiesThatStallDoNotKeepOthersFromTheirRoom(String length) throws Exception {
    List<Socket> stalled = new ArrayList<>();
    try (RunningServer own = new RunningServer(folder);
        HttpClient client = own.client(Version.HTTP_1_1)) {
      for (int i = 0; i < 2; i++) {
        stalled.add(stalled(own, length));
      }
      while (!own.health("/metrics").body().contains("netlog_webhook_requests_in_flight 2")) {
        Thread.onSpinWait();
      }
      byte[] large = RunningServer.padded(3 * MEBIBYTE);
      HttpResponse<String> answer =
          client.send(own.post("/validate?timeout=10s", large).build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("\"allowed\":true");
      for (Socket each : stalled) {
        assertThat(RunningServer.received(each))
            .startsWith("HTTP/1.1 503 ")
            .containsIgnoringCase("retry-after: 1")
            .containsIgnoringCase("connection: close");
      }
    } finally {
      for (Socket each : stalled) {
        each.close();
      }
    }
  }

  private static Socket stalled(RunningServer server, String length) throws IOException {
    Socket socket = server.socket();
    OutputStream out = socket.getOutputStream();
    String head =
        "POST /validate?timeout=30s HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
    out.write((head + length).getBytes(StandardCharsets.US_ASCII));
    out.write(new byte[2 * RequestLimits.SMALL_BODY]);
    out.flush();
    return socket;
  }

  /// Remembers after how long its alarms are to ring.
  private static final class Alarms extends ScheduledThreadPoolExecutor {
    private final List<Duration> set = new ArrayList<>();

    Alarms() {
      super(1);
      setRemoveOnCancelPolicy(true);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable alarm, long delay, TimeUnit unit) {
      set.add(Duration.of(delay, unit.toChronoUnit()));
      return super.schedule(alarm, delay, unit);
    }
  }

  @ParameterizedTest
  @CsvSource({"70000,1", "147456,1", "147457,2", "1048576,8", "7340032,56"})
  void eachStepOfALargeBodyHasASecondOfItsOwn(int length, int steps) throws Exception {
    try (Alarms alarms = new Alarms()) {
      byte[] bytes = new byte[length];
      bytes[length - 1] = 7;
      try (BodyReader.Body body =
          new BodyReader(new RequestLimits(), alarms)
              .read(new ByteArrayInputStream(bytes), length, Deadline.in(Duration.ofMinutes(1)))) {
        assertThat(body.bytes()).isEqualTo(bytes);
      }
      assertThat(alarms.set).hasSize(2 + steps);
      assertThat(alarms.set.subList(2, 2 + steps)).containsOnly(Duration.ofSeconds(1));
      assertThat(alarms.getQueue()).isEmpty();
    }
  }

  @Test
  void roomIsGivenBackWhereABodyIsGivenUp() throws Exception {
    RequestLimits limits = new RequestLimits();
    Deadline over = new Deadline(System.nanoTime());
    try (Alarms alarms = new Alarms()) {
      BodyReader reader = new BodyReader(limits, alarms);
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(
                () ->
                    reader.read(
                        new BrokenInput(), BodyReader.LIMIT, Deadline.in(Duration.ofMinutes(1))))
            .isInstanceOf(IOException.class);
      }
    }
    limits.largeBody(over).close();
  }

  @Test
  void whoIsLateIsToldToAskAgainWhileThereIsTime() {
    try (Alarms alarms = new Alarms()) {
      BodyReader reader = new BodyReader(new RequestLimits(), alarms);
      Deadline later = Deadline.in(Duration.ofMinutes(1));
      assertThatThrownBy(() -> reader.read(new StallingInput(), BodyReader.LIMIT, later))
          .isInstanceOfSatisfying(
              RefusedException.class, refusal -> assertThat(refusal.status()).isEqualTo(503));
      Deadline soon = Deadline.in(Duration.ofSeconds(2));
      assertThatThrownBy(() -> reader.read(new StallingInput(), BodyReader.LIMIT, soon))
          .isInstanceOfSatisfying(
              RefusedException.class, refusal -> assertThat(refusal.status()).isEqualTo(408));
    }
  }

  /// Keeps its reader waiting after the part for which no room is needed.
  private static final class StallingInput extends InputStream {
    private int left = RequestLimits.SMALL_BODY;

    @Override
    public int read() throws IOException {
      if (left-- == 0) {
        try {
          Thread.sleep(Duration.ofMinutes(1));
        } catch (InterruptedException e) {
          throw new InterruptedIOException(String.valueOf(e.getMessage()));
        }
      }
      return ' ';
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      into[from] = (byte) read();
      return 1;
    }
  }

  /// Breaks off after the part for which no room is needed.
  private static final class BrokenInput extends InputStream {
    private int left = RequestLimits.SMALL_BODY;

    @Override
    public int read() throws IOException {
      if (left-- == 0) {
        throw new IOException("broken on purpose");
      }
      return ' ';
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      into[from] = (byte) read();
      return 1;
    }
  }
}
