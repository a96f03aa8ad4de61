package dev.netlog.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AdmissionServerTest {
  @TempDir private static Path folder;
  private static RunningServer running;

  @BeforeAll
  static void start() throws Exception {
    running = new RunningServer(folder);
  }

  @AfterAll
  static void end() {
    running.close();
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void many_reviews_are_answered_on_one_connection(Version version) throws Exception {
    try (HttpClient client = running.client(version)) {
      for (int i = 0; i < 40; i++) {
        String body = i % 2 == 0 ? RunningServer.CLEAN : RunningServer.BAD;
        HttpResponse<String> response =
            client.send(
                running.post("/validate?timeout=10s", body).build(), BodyHandlers.ofString());
        assertThat(response.version()).isEqualTo(version);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.headers().map()).doesNotContainKeys("server", "connection");
        assertThat(response.body()).contains("\"uid\":\"u-1\",\"allowed\":" + (i % 2 == 0));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void many_reviews_are_answered_at_once(Version version) {
    try (HttpClient client = running.client(version)) {
      List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        answers.add(
            client.sendAsync(
                running.post("/mutate", RunningServer.CLEAN).build(), BodyHandlers.ofString()));
      }
      for (CompletableFuture<HttpResponse<String>> each : answers) {
        assertThat(each.join().body()).contains("\"allowed\":true");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "POST,/validate,application/json,'',400",
    "POST,/validate,application/json,'{}',400",
    "POST,/mutate,application/json,'[]',400",
    "POST,/validate,text/plain,'{}',415",
    "POST,/validate,application/jsonp,'{}',415",
    "POST,/validate,application/json;charset=utf-8,'{}',400",
    "POST,/nowhere,application/json,'{}',404",
    "POST,/validate/x,application/json,'{}',404",
    "POST,/metrics,application/json,'{}',404",
    "GET,/validate,application/json,'',405",
    "PUT,/mutate,application/json,'{}',405",
    "DELETE,/validate,application/json,'',405",
    "GET,/,application/json,'',404"
  })
  void what_is_no_review_gets_a_status_and_a_sentence(
      String method, String path, String type, String body, int status) throws Exception {
    try (HttpClient client = running.client(Version.HTTP_1_1)) {
      HttpRequest request =
          HttpRequest.newBuilder(running.uri(path))
              .header("Content-Type", type)
              .method(method, HttpRequest.BodyPublishers.ofString(body))
              .build();
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(status);
      assertThat(response.body()).matches("[^\n]{5,200}\n").doesNotContain("Exception", "\tat ");
      assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    }
  }

  @Test
  void a_request_without_a_content_type_is_none() throws Exception {
    assertThat(raw("POST /validate HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}"))
        .startsWith("HTTP/1.1 415 ");
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void a_body_of_seven_mebibytes_is_read_and_a_larger_one_is_not(Version version) throws Exception {
    try (HttpClient client = running.client(version)) {
      byte[] large = RunningServer.padded(7 * 1024 * 1024);
      HttpResponse<String> read =
          client.send(running.post("/validate", large).build(), BodyHandlers.ofString());
      assertThat(read.statusCode()).isEqualTo(200);
    }
    String head =
        "POST /validate HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: "
            + (7 * 1024 * 1024 + 1)
            + "\r\n\r\n";
    assertThat(raw(head)).startsWith("HTTP/1.1 413 ").containsIgnoringCase("connection: close");
  }

  @Test
  void a_body_without_a_length_is_limited_too() throws Exception {
    try (HttpClient client = running.client(Version.HTTP_2)) {
      byte[] large = RunningServer.padded(BodyReader.LIMIT + 1);
      HttpRequest request =
          HttpRequest.newBuilder(running.uri("/validate"))
              .header("Content-Type", "application/json")
              .POST(
                  HttpRequest.BodyPublishers.fromPublisher(
                      HttpRequest.BodyPublishers.ofByteArray(large)))
              .build();
      assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(413);
    }
  }

  @Test
  void many_bodies_that_do_not_arrive_hold_up_nobody_else() throws Exception {
    String head =
        "POST /validate?timeout=30s HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
            + "Content-Length: 500\r\n\r\n{";
    List<Socket> slow = new ArrayList<>();
    try (HttpClient client = running.client(Version.HTTP_1_1)) {
      for (int i = 0; i < 40; i++) {
        slow.add(running.socket());
        slow.getLast().getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      }
      HttpRequest other = running.post("/validate", RunningServer.CLEAN).build();
      assertThat(client.send(other, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
      // Nobody had to be given up for that: the first may still send the rest of its nonsense.
      Socket first = slow.getFirst();
      first.getOutputStream().write("x".repeat(499).getBytes(StandardCharsets.US_ASCII));
      byte[] status = first.getInputStream().readNBytes(12);
      assertThat(new String(status, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 400");
    } finally {
      for (Socket each : slow) {
        each.close();
      }
    }
  }

  @Test
  void a_body_that_does_not_arrive_in_time_ends_its_connection() throws Exception {
    String half =
        "POST /validate?timeout=1s HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
            + "Content-Length: 100\r\n\r\n{";
    assertThat(raw(half)).startsWith("HTTP/1.1 408 ").containsIgnoringCase("connection: close");
  }

  @Test
  void nothing_older_than_tls_1_3_is_spoken() throws IOException {
    try (SSLSocket socket =
        (SSLSocket)
            running
                .trusting
                .getSocketFactory()
                .createSocket("localhost", running.server.address().port())) {
      socket.setEnabledProtocols(new String[] {"TLSv1.2"});
      assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
    }
  }

  @Test
  void probes_and_metrics_have_a_port_of_their_own() throws Exception {
    assertThat(running.health("/healthz").body()).isEqualTo("ok\n");
    assertThat(running.health("/validate").statusCode()).isEqualTo(404);
    assertThat(running.health("/healthz/x").statusCode()).isEqualTo(404);
    try (HttpClient client = running.client(Version.HTTP_1_1)) {
      client.send(running.post("/validate", RunningServer.BAD).build(), BodyHandlers.discarding());
    }
    String metrics = running.health("/metrics").body();
    assertThat(metrics)
        .containsPattern(
            "netlog_webhook_reviews_total\\{decision=\"denied\",kind=\"Namespace\",operation=\"CREATE\",path=\"validate\"\\}"
                + " [1-9]")
        .contains(
            "netlog_webhook_review_duration_seconds_bucket{path=\"validate\",le=\"2.5E-4\"}",
            "netlog_webhook_review_duration_seconds_bucket{path=\"validate\",le=\"2.5\"}",
            "netlog_webhook_certificate_expiry_timestamp_seconds ",
            "netlog_webhook_tls_errors_total{reason=\"expired\"} 0",
            "netlog_webhook_tls_errors_total{reason=\"handshake\"}");
  }

  @Test
  void a_stranger_makes_no_series() throws Exception {
    String odd =
        RunningServer.CLEAN
            .replace("\"kind\":\"Namespace\"},", "\"kind\":\"Odd\"},")
            .replace("CREATE", "ODD");
    try (HttpClient client = running.client(Version.HTTP_1_1)) {
      client.send(running.post("/validate", odd).build(), BodyHandlers.discarding());
    }
    assertThat(running.health("/metrics").body())
        .contains("kind=\"other\",operation=\"other\"")
        .doesNotContain("Odd", "ODD");
  }

  @Test
  void it_is_ready_once_it_has_answered_itself() throws Exception {
    try (RunningServer own = new RunningServer(folder)) {
      assertThat(own.health("/readyz").statusCode()).isEqualTo(503);
      own.server.warmUp();
      assertThat(own.health("/readyz").statusCode()).isEqualTo(200);
      assertThat(own.health("/metrics").body()).doesNotContain("netlog_webhook_reviews_total{");
      assertThat(own.log()).contains("\"event\":\"ready\"").doesNotContain("warm-up-");
    }
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void no_call_is_lost_where_it_ends(Version version) throws Exception {
    try (RunningServer own = new RunningServer(folder);
        HttpClient client = own.client(version)) {
      own.server.warmUp();
      Thread end = Thread.ofPlatform().start(() -> own.server.drain(Duration.ofMillis(700)));
      int served = 0;
      int status = 200;
      while (status == 200 && end.isAlive()) {
        HttpResponse<String> response =
            client.send(
                own.post("/validate", RunningServer.CLEAN).build(), BodyHandlers.ofString());
        status = response.statusCode();
        served += status == 200 ? 1 : 0;
        assertThat(status).isIn(200, 503);
        if (status == 503) {
          assertThat(response.headers().firstValue("Retry-After")).contains("0");
        } else if (served == 1) {
          assertThat(own.health("/readyz").statusCode()).isEqualTo(503);
        }
      }
      end.join();
      assertThat(served).isPositive();
      assertThat(status).isEqualTo(503);
      assertThat(own.log()).contains("0 requests left unanswered");
    }
  }

  @Test
  void what_is_under_way_is_answered_before_the_end() throws Exception {
    try (RunningServer own = new RunningServer(folder);
        Socket socket = own.socket()) {
      byte[] body = RunningServer.CLEAN.getBytes(StandardCharsets.UTF_8);
      String head =
          "POST /validate HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: "
              + body.length
              + "\r\n\r\n";
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(body, 0, 10);
      out.flush();
      Thread end = Thread.ofPlatform().start(() -> own.server.drain(Duration.ofMillis(200)));
      while (own.health("/readyz").body().equals("warming up\n")) {
        Thread.onSpinWait();
      }
      out.write(body, 10, body.length - 10);
      out.flush();
      assertThat(RunningServer.received(socket)).startsWith("HTTP/1.1 200 ");
      end.join();
    }
  }

  @Test
  void a_port_in_use_is_told_with_the_option() {
    Address taken = new Address("127.0.0.1", running.server.address().port());
    assertThatThrownBy(() -> HealthServer.start(taken, () -> Phase.READY, new Metrics()))
        .isInstanceOf(StartException.class)
        .hasMessageMatching(
            "cannot listen on 127.0.0.1:[0-9]+: Address already in use; give another address by"
                + " --health-listen, or end what uses this one");
  }

  @Test
  void the_log_holds_no_bodies() throws Exception {
    try (RunningServer own = new RunningServer(folder);
        HttpClient client = own.client(Version.HTTP_1_1)) {
      String secret =
          RunningServer.BAD.replace(
              "\"dryRun\"", "\"userInfo\":{\"username\":\"s3cret\"},\"dryRun\"");
      client.send(own.post("/validate", secret).build(), BodyHandlers.discarding());
      client.send(own.post("/validate", "{\"s3cret\":").build(), BodyHandlers.discarding());
      String endless = RunningServer.CLEAN.replace("u-1", "u".repeat(100_000));
      client.send(own.post("/validate", endless).build(), BodyHandlers.discarding());
      assertThat(own.log())
          .contains("\"decision\":\"denied\"", "\"rules\":[\"ovn-invalid-json\"]", "\"status\":400")
          .doesNotContain("s3cret", "u".repeat(300));
    }
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = running.socket()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      return RunningServer.received(socket);
    }
  }
}
