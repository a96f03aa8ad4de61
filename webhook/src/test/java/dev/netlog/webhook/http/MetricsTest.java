package dev.netlog.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.inventory.ManifestInventory;
import dev.netlog.network.Selector;
import dev.netlog.run.Severities;
import dev.netlog.settings.CoverageSettings;
import dev.netlog.settings.Injection;
import dev.netlog.settings.Settings;
import dev.netlog.webhook.admission.AdmissionHandler;
import dev.netlog.webhook.admission.BadReviewException;
import dev.netlog.webhook.admission.Mode;
import dev.netlog.webhook.tls.ServingCertificate;
import dev.netlog.webhook.tls.ServingCertificates;
import dev.netlog.webhook.tls.TimeSource;
import dev.netlog.webhook.tls.Upkeep;
import dev.netlog.webhook.tls.authority.DevelopmentCertificates;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {
  private static final Path REVIEWS = Path.of("..", "examples", "reviews");
  private static final byte[] REVIEW = RunningServer.CLEAN.getBytes(StandardCharsets.UTF_8);
  private static final String REPEATED = "netlog_webhook_repeated_mutations_total ";

  private final AtomicLong nanos = new AtomicLong();
  private final Metrics metrics = new Metrics(nanos::get);

  private static AdmissionHandler handler(Injection injection) {
    Settings settings =
        new Settings(
            Set.of(),
            List.of(),
            List.of(),
            null,
            Severities.STANDARD,
            CoverageSettings.NONE,
            injection,
            List.of());
    return new AdmissionHandler(
        RuleCatalog.standard(),
        settings,
        Mode.ENFORCE,
        () -> ManifestInventory.of(List.of(), Set.of()));
  }

  /// Certificates that say this of themselves.
  private record LookedAfter(ServingCertificate current, Upkeep upkeep)
      implements ServingCertificates {
    @Override
    public void onChange(Consumer<ServingCertificate> listener) {}

    @Override
    public void close() {}
  }

  private void created(String name, boolean dryRun) throws BadReviewException {
    String review =
        RunningServer.REVIEW
            .replace("\"name\":\"a\"", "\"name\":\"" + name + "\"")
            .replace("\"k8s.ovn.org/acl-logging\":\"VALUE\"", "")
            .replace("\"dryRun\":false", "\"dryRun\":" + dryRun);
    AdmissionHandler handler =
        handler(new Injection(Map.of("ovn", Map.of("deny", "info")), Selector.everything()));
    metrics.reviewed("mutate", handler.mutate(review.getBytes(StandardCharsets.UTF_8)), 1);
  }

  @Test
  void updatesThatKeepTheirErrorsAreCounted() throws Exception {
    assertThat(metrics.text()).contains("netlog_webhook_ratcheted_total 0.0");
    for (String file : List.of("namespace-refused.json", "namespace-tolerated.json")) {
      byte[] body = Files.readAllBytes(REVIEWS.resolve(file));
      metrics.reviewed("validate", handler(Injection.NONE).validate(body), 1);
    }
    assertThat(metrics.text()).contains("netlog_webhook_ratcheted_total 1.0");
  }

  @Test
  void anObjectThatIsAnnotatedAgainWithinAMinuteIsCounted() throws BadReviewException {
    created("a", false);
    created("b", false);
    assertThat(metrics.text()).contains(REPEATED + "0.0");
    nanos.addAndGet(Duration.ofSeconds(59).toNanos());
    created("a", false);
    assertThat(metrics.text()).contains(REPEATED + "1.0");
    nanos.addAndGet(Duration.ofSeconds(59).toNanos());
    created("a", false);
    assertThat(metrics.text()).contains(REPEATED + "2.0");
    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    created("a", false);
    assertThat(metrics.text()).contains(REPEATED + "2.0");
    assertThat(metrics.text())
        .contains(
            "decision=\"patched\",kind=\"Namespace\",operation=\"CREATE\",path=\"mutate\"} 5");
  }

  @Test
  void whatIsNotStoredAndWhatHasNoNameYetIsNotTakenForTheSame() throws BadReviewException {
    for (int i = 0; i < 2; i++) {
      created("a", true);
      created("", false);
    }
    created("a", false);
    assertThat(metrics.text()).contains(REPEATED + "0.0", "path=\"mutate\"} 5");
  }

  @Test
  void whatIsRememberedOfObjectsIsBounded() throws BadReviewException {
    created("a", false);
    for (int i = 0; i < 511; i++) {
      created("n" + i, false);
    }
    created("a", false);
    assertThat(metrics.text()).contains(REPEATED + "1.0");
    for (int i = 511; i < 1023; i++) {
      created("n" + i, false);
    }
    created("a", false);
    assertThat(metrics.text()).contains(REPEATED + "1.0");
  }

  @Test
  void howCertificatesAreLookedAfterIsShown(@TempDir Path folder) throws Exception {
    DevelopmentCertificates own = DevelopmentCertificates.open(folder, TimeSource.SYSTEM);
    Instant since = Instant.ofEpochSecond(1_700_000_000);
    metrics.watch(new LookedAfter(own.current(), new Upkeep(since, false, 2)));
    assertThat(metrics.text().lines())
        .contains(
            "netlog_webhook_bundle_authorities 2.0",
            "netlog_webhook_certificate_last_reload_successful 0.0",
            "netlog_webhook_certificate_last_reload_timestamp_seconds 1.7E9");
    Metrics others = new Metrics();
    others.watch(own);
    assertThat(others.text())
        .contains("netlog_webhook_certificate_last_reload_successful 1.0")
        .doesNotContain("bundle_authorities");
  }

  @Test
  void theManualListsEveryMetric(@TempDir Path folder) throws Exception {
    DevelopmentCertificates own = DevelopmentCertificates.open(folder, TimeSource.SYSTEM);
    metrics.watch(new LookedAfter(own.current(), new Upkeep(Instant.EPOCH, true, 1)));
    metrics.watch(() -> 0);
    metrics.reviewed("validate", handler(Injection.NONE).validate(REVIEW), 1);
    Pattern listed = Pattern.compile("^\\| `(netlog_webhook_[a-z_]+)", Pattern.MULTILINE);
    List<String> inManual =
        listed
            .matcher(Files.readString(Path.of("..", "docs", "webhook.md")))
            .results()
            .map(each -> each.group(1))
            .toList();
    assertThat(inManual)
        .hasSize(12)
        .containsExactlyInAnyOrderElementsOf(
            metrics
                .text()
                .lines()
                .filter(line -> line.startsWith("# TYPE "))
                .map(line -> line.split(" ", -1)[2])
                .toList());
  }
}
