package dev.netlog.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AdmissionServerTest {
  @TempDir private static Path folder;
  @AutoClose private static RunningServer running;

  @BeforeAll
  static void start() throws Exception {
    running = new RunningServer(folder);
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void manyReviewsAreAnsweredOnOneConnection(Version version) throws Exception {
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
  void manyReviewsAreAnsweredAtOnce(Version version) {
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
  void whatIsNoReviewGetsAStatusAndASentence(
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
  void aRequestWithoutAContentTypeIsNone() throws Exception {
    assertThat(
            running.answerTo("POST /validate HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}"))
        .startsWith("HTTP/1.1 415 ");
  }

  @Test
  void nothingOlderThanTls13IsSpoken() throws IOException {
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
  void probesAndMetricsHaveAPortOfTheirOwn() throws Exception {
    assertThat(running.health("/healthz").body()).isEqualTo("ok\n");
    for (String path : List.of("/", "/validate", "/healthz/x", "/x?y")) {
      HttpResponse<String> unknown = running.health(path);
      assertThat(unknown.statusCode()).as(path).isEqualTo(404);
      assertThat(unknown.body())
          .isEqualTo("not found; the paths are /healthz, /readyz and /metrics\n");
      assertThat(unknown.headers().firstValue("Content-Type"))
          .contains("text/plain; charset=utf-8");
    }
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
  void aStrangerMakesNoSeries() throws Exception {
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
  void aPortInUseIsToldWithTheOption() {
    Address taken = new Address("127.0.0.1", running.server.address().port());
    assertThatThrownBy(() -> HealthServer.start(taken, () -> Phase.READY, new Metrics()))
        .isInstanceOf(StartException.class)
        .hasMessageMatching(
            "cannot listen on 127.0.0.1:[0-9]+: Address already in use; choose another address with"
                + " --health-listen, or stop the program that uses this one");
  }

  @Test
  void theLogSaysHowANameWillBeginThatIsNotMadeUpYet() throws Exception {
    try (RunningServer own = new RunningServer(folder);
        HttpClient client = own.client(Version.HTTP_1_1)) {
      String nameless =
          RunningServer.BAD
              .replace("\"name\":\"a\",\"object\"", "\"object\"")
              .replace("{\"name\":\"a\",", "{\"generateName\":\"team-\",");
      client.send(own.post("/validate", nameless).build(), BodyHandlers.discarding());
      assertThat(own.log()).contains("\"name\":\"team-\"", "\"decision\":\"denied\"");
    }
  }

  @Test
  void theLogHoldsNoBodies() throws Exception {
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
}
