package dev.netlog.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bodies of which a header says that they are not as they are.
class EncodedBodiesTest {
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

  private static HttpResponse<String> answer(String encoding, byte[] body) throws Exception {
    try (HttpClient client = running.client(Version.HTTP_1_1)) {
      return client.send(
          running.post("/validate", body).header("Content-Encoding", encoding).build(),
          BodyHandlers.ofString());
    }
  }

  private static byte[] gzipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "gzip, gzip", "GZIP"})
  void oneThatIsEncodedIsRefusedWithWhatToLeaveOut(String encoding) throws Exception {
    HttpResponse<String> response = answer(encoding, gzipped(RunningServer.CLEAN));
    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(response.body()).isEqualTo("send the body without Content-Encoding\n");
  }

  @Test
  void oneThatIsEncodedAsIdentityIsAnswered() throws Exception {
    byte[] body = RunningServer.CLEAN.getBytes(StandardCharsets.UTF_8);
    assertThat(answer("Identity", body).statusCode()).isEqualTo(200);
  }
}
