package dev.netlog.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.inventory.ManifestInventory;
import dev.netlog.settings.Settings;
import dev.netlog.webhook.admission.AdmissionHandler;
import dev.netlog.webhook.admission.Mode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final Path REVIEWS = Path.of("..", "examples", "reviews");

  @Test
  void updates_that_keep_their_errors_are_counted() throws Exception {
    AdmissionHandler handler =
        new AdmissionHandler(
            Settings.NONE, Mode.ENFORCE, () -> ManifestInventory.of(List.of(), Set.of()));
    Metrics metrics = new Metrics();
    assertThat(metrics.text()).contains("netlog_webhook_ratcheted_total 0.0");
    for (String file : List.of("namespace-refused.json", "namespace-tolerated.json")) {
      byte[] body = Files.readAllBytes(REVIEWS.resolve(file));
      metrics.reviewed("validate", handler.validate(body), 1);
    }
    assertThat(metrics.text()).contains("netlog_webhook_ratcheted_total 1.0");
  }
}
