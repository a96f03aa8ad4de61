package dev.netlog.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.cluster.Connection.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever arrives: others are answered meanwhile, and memory stays within the limit of the pod.
///
/// One webhook for all of it, so that what one test leaves behind is in the others' way.
@Tag("reliability")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileInputTest {
  private static final int MEBIBYTE = 1024 * 1024;
  private static final int CONNECTIONS = 1000;

  private final long limitKibibytes;
  private final Webhook webhook;
  private final SSLContext trust;

  HostileInputTest() throws IOException {
    Overlay enforce = Overlay.read(Kubectl.ANYBODY, "enforce");
    this.limitKibibytes = enforce.memoryLimitKibibytes();
    Path folder = Settings.folder("hostile-input");
    List<String> arguments = new ArrayList<>(List.of("--tls-dev=" + folder));
    arguments.addAll(
        enforce.arguments().stream().filter(each -> each.startsWith("--mode")).toList());
    this.webhook = Webhook.start(arguments);
    this.trust = Pki.context(Trust.certificates(Files.readString(folder.resolve("ca.crt"))), null);
  }

  @AfterAll
  void end() {
    assertThat(webhook.metrics().sum("netlog_webhook_internal_errors_total")).isZero();
    assertThat(webhook.drain()).isZero();
  }

  @AfterEach
  void othersAreAnsweredAndMemoryIsWithinTheLimit() throws IOException {
    assertThat(other().status()).isEqualTo(200);
    assertThat(webhook.isReady()).isTrue();
    assertThat(webhook.process().residentKibibytes()).isLessThan(limitKibibytes);
  }

  private Connection connect() throws IOException {
    return Connection.open(trust, "localhost", webhook.port());
  }

  private Response post(byte[] body) throws IOException {
    try (Connection connection = connect()) {
      return connection.post("/validate?timeout=10s", body);
    }
  }

  /// What an honest caller gets.
  private Response other() throws IOException {
    return post(Reviews.namespace("other", "{\"deny\":\"alert\"}"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000_000, 3 * MEBIBYTE, 69 * MEBIBYTE / 10, 7 * MEBIBYTE})
  void aLargeReviewIsAnswered(int bytes) throws IOException {
    byte[] review = Reviews.ofSize(bytes);
    assertThat(review).hasSize(bytes);
    Response response = post(review);
    assertThat(response.status()).as(response.body()).isEqualTo(200);
    assertThat(response.body()).contains("\"allowed\":true");
  }

  @Test
  void oneByteMoreThan7MebibytesIsRefused() throws IOException {
    assertThat(post(Reviews.ofSize(7 * MEBIBYTE + 1)).status()).isEqualTo(413);
  }

  @Test
  void largeReviewsFromManyAtOnceLeaveRoomForOthers() throws Exception {
    byte[] review = Reviews.ofSize(69 * MEBIBYTE / 10);
    List<Thread> threads = new ArrayList<>();
    Queue<String> answers = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < 24; i++) {
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      answers.add(Integer.toString(post(review).status()));
                    } catch (IOException e) {
                      answers.add(e.toString());
                    }
                  }));
    }
    assertThat(other().status()).isEqualTo(200);
    for (Thread each : threads) {
      each.join();
    }
    assertThat(answers).hasSize(24).contains("200").allMatch(each -> each.matches("200|503"));
  }

  @ParameterizedTest
  @MethodSource("dev.netlog.cluster.OddReviews#all")
  void whatIsOddIsAnsweredAndNeverSilentlyAdmitted(String what, byte[] body)
      throws IOException {
    Response response = post(body);
    assertThat(response.status()).as(what + ": " + response).isBetween(200, 499);
    assertThat(response.body()).doesNotContain("\tat ").doesNotContain("Exception");
    if (response.status() == 200) {
      assertThat(response.body()).as(what).contains("\"status\":");
    }
  }

  @Test
  void anAnnotationOf256KibibytesIsJudged() throws IOException {
    String wide = "{" + "\"a\":1,".repeat(40_000) + "\"deny\":\"loud\"}";
    String name = "wide";
    Response response = post(Reviews.namespace(name, wide));
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).contains("\"allowed\":false").contains("ovn-unknown-severity");
    String deep = "[".repeat(250_000);
    assertThat(post(Reviews.namespace(name, deep)).body()).contains("\"allowed\":false");
  }

  @Test
  void idleConnectionsAreNoBurden() throws IOException {
    List<Connection> idle = new ArrayList<>();
    try {
      for (int i = 0; i < CONNECTIONS; i++) {
        idle.add(connect());
      }
      assertThat(other().status()).isEqualTo(200);
      assertThat(webhook.process().residentKibibytes()).isLessThan(limitKibibytes);
      byte[] review = Reviews.namespace("late", "{}");
      assertThat(idle.getFirst().post("/validate", review).status()).isEqualTo(200);
      assertThat(idle.getLast().post("/validate", review).status()).isEqualTo(200);
    } finally {
      idle.forEach(Connection::close);
    }
  }

  @Test
  void handshakesThatNeverEndAreNoBurden() throws IOException {
    List<Socket> silent = new ArrayList<>();
    byte[] start = {0x16, 0x03, 0x01, 0x02, 0x00, 0x01};
    try {
      for (int i = 0; i < CONNECTIONS; i++) {
        Socket socket = Connection.plain(webhook.port());
        silent.add(socket);
        if (i % 2 == 0) {
          socket.getOutputStream().write(start);
        }
      }
      assertThat(other().status()).isEqualTo(200);
      assertThat(webhook.process().residentKibibytes()).isLessThan(limitKibibytes);
    } finally {
      for (Socket each : silent) {
        each.close();
      }
    }
  }

  @Test
  void bodiesThatDripAreNoBurdenAndAreGivenUp() throws IOException {
    List<Connection> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 500; i++) {
        Connection connection = connect();
        slow.add(connection);
        connection.send(Connection.head("/validate?timeout=3s", 1000));
        connection.send(new byte[] {'{'});
      }
      for (int i = 0; i < 20; i++) {
        assertThat(other().status()).isEqualTo(200);
        for (Connection each : slow) {
          drip(each);
        }
      }
      // Only 192 are waited for: the first makes room for later ones, the last runs out of time.
      assertThat(slow.getFirst().response().status()).isEqualTo(503);
      assertThat(slow.getLast().response().status()).isIn(400, 408);
    } finally {
      slow.forEach(Connection::close);
    }
  }

  /// One more byte, unless it was given up.
  private static void drip(Connection connection) {
    try {
      connection.send(new byte[] {' '});
    } catch (IOException e) {
      // Closed, as it should be in the end.
      return;
    }
  }

  @Test
  void connectionsThatEndInTheMiddleAreNoBurden() {
    for (int i = 0; i < 200; i++) {
      try (Connection connection = connect()) {
        connection.send(Connection.head("/validate", 100_000));
        connection.send(new byte[5_000]);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
