package dev.netlog.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// From the first answer to the last.
class ServerEndTest {
  @TempDir private static Path folder;

  @Test
  void itIsReadyOnceItHasAnsweredItself() throws Exception {
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
  void noCallIsLostWhereItEnds(Version version) throws Exception {
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
  void whatIsUnderWayIsAnsweredBeforeTheEnd() throws Exception {
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
}
