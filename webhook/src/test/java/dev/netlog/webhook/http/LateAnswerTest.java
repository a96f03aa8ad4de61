package dev.netlog.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.ManifestInventory;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LateAnswerTest {
  @TempDir private static Path folder;

  /// Takes longer than four fifths of a second.
  private static Inventory slow() {
    Deadline late = Deadline.in(Duration.ofMillis(900));
    while (late.remainingNanos() > 0) {
      Thread.onSpinWait();
    }
    return ManifestInventory.of(List.of(), Set.of());
  }

  @Test
  void aJudgementEndsWhenTheApiServerWouldNotWaitForIt() throws Exception {
    try (RunningServer own = new RunningServer(folder, LateAnswerTest::slow);
        HttpClient client = own.client(Version.HTTP_1_1)) {
      HttpResponse<String> late =
          client.send(
              own.post("/validate?timeout=1s", RunningServer.CLEAN).build(),
              BodyHandlers.ofString());
      assertThat(late.statusCode()).isEqualTo(200);
      assertThat(late.body())
          .contains("\"allowed\":false", "\"code\":504", "\"reason\":\"Timeout\"");
      HttpResponse<String> patient =
          client.send(
              own.post("/validate?timeout=30s", RunningServer.CLEAN).build(),
              BodyHandlers.ofString());
      assertThat(patient.body()).contains("\"allowed\":true");
      assertThat(own.health("/metrics").body())
          .contains("decision=\"failed\"", "netlog_webhook_internal_errors_total 0");
      assertThat(own.log())
          .containsPattern("\"level\":\"error\"[^\n]*\"decision\":\"failed\"")
          .doesNotContain("internal-error");
    }
  }
}
