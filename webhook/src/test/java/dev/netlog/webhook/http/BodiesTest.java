package dev.netlog.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Bodies that are large, or slow.
class BodiesTest {
  @TempDir private static Path folder;
  @AutoClose private static RunningServer running;

  @BeforeAll
  static void start() throws Exception {
    running = new RunningServer(folder);
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void aBodyOfSevenMebibytesIsReadAndALargerOneIsNot(Version version) throws Exception {
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
    assertThat(running.answerTo(head))
        .startsWith("HTTP/1.1 413 ")
        .containsIgnoringCase("connection: close");
  }

  @Test
  void aBodyWithoutALengthIsLimitedToo() throws Exception {
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
  void manyBodiesThatDoNotArriveHoldUpNobodyElse() throws Exception {
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
      // Nobody had to be given up for that: the last may still send the rest of its nonsense.
      Socket last = slow.getLast();
      last.getOutputStream().write("x".repeat(499).getBytes(StandardCharsets.US_ASCII));
      byte[] status = last.getInputStream().readNBytes(12);
      assertThat(new String(status, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 400");
    } finally {
      for (Socket each : slow) {
        each.close();
      }
    }
  }

  @Test
  void aBodyThatDoesNotArriveInTimeEndsItsConnection() throws Exception {
    String half =
        "POST /validate?timeout=1s HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
            + "Content-Length: 100\r\n\r\n{";
    assertThat(running.answerTo(half))
        .startsWith("HTTP/1.1 408 ")
        .containsIgnoringCase("connection: close");
  }
}
