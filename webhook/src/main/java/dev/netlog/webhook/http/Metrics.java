package dev.netlog.webhook.http;

import dev.netlog.webhook.admission.Outcome;
import dev.netlog.webhook.admission.Review;
import dev.netlog.webhook.admission.ReviewDecision;
import dev.netlog.webhook.tls.ServingCertificates;
import dev.netlog.webhook.tls.TlsFailure;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The metrics of the webhook. Every label has a fixed set of values, so that untrusted text cannot
/// create time series.
///
/// Safe for use by several threads.
public final class Metrics {
  private static final String OTHER = "other";
  private static final String HANDSHAKE = "handshake";
  private static final Set<String> OPERATIONS = Set.of("CREATE", "UPDATE", "DELETE", "CONNECT");
  private static final Set<Integer> STATUSES = Set.of(400, 404, 405, 408, 413, 415, 500, 503);
  private static final double[] SECONDS = {
    0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5
  };

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.builder().build();
  private final Counter reviews =
      Counter.builder()
          .name("netlog_webhook_reviews_total")
          .help("Reviews answered.")
          .labelNames("path", "operation", "kind", "decision")
          .register(registry);
  private final Histogram durations =
      Histogram.builder()
          .name("netlog_webhook_review_duration_seconds")
          .help("Time from the request head to the response, in seconds.")
          .labelNames("path")
          .classicOnly()
          .classicUpperBounds(SECONDS)
          .register(registry);
  private final Counter refused =
      Counter.builder()
          .name("netlog_webhook_refused_requests_total")
          .help("Requests refused with an HTTP error, by status.")
          .labelNames("status")
          .register(registry);
  private final Counter ruleFailures =
      Counter.builder()
          .name("netlog_webhook_internal_errors_total")
          .help("Internal errors of netlog; the log has details.")
          .register(registry);
  private final Counter ratcheted =
      Counter.builder()
          .name("netlog_webhook_ratcheted_total")
          .help("Updates with errors that the stored object already had.")
          .register(registry);
  private final Counter tlsErrors =
      Counter.builder()
          .name("netlog_webhook_tls_errors_total")
          .help("Errors of certificates and TLS handshakes.")
          .labelNames("reason")
          .register(registry);
  private final Counter repeated =
      Counter.builder()
          .name("netlog_webhook_repeated_mutations_total")
          .help("Objects that were annotated again within a minute.")
          .register(registry);
  private final LatelyAnnotated annotated = new LatelyAnnotated();
  private final LongSupplier nanoseconds;

  /// Creates the metrics, with a series for each label value that is known in advance.
  public Metrics() {
    this(System::nanoTime);
  }

  /// @param nanoseconds a monotonic clock, in nanoseconds
  Metrics(LongSupplier nanoseconds) {
    this.nanoseconds = nanoseconds;
    for (TlsFailure failure : TlsFailure.values()) {
      tlsErrors.initLabelValues(failure.label());
    }
    tlsErrors.initLabelValues(HANDSHAKE);
    durations.initLabelValues("validate");
    durations.initLabelValues("mutate");
    STATUSES.forEach(status -> refused.initLabelValues(Integer.toString(status)));
  }

  /// Exports the expiry of the current certificate and the state of its renewal.
  void watch(ServingCertificates certificates) {
    gauge(
        "netlog_webhook_certificate_expiry_timestamp_seconds",
        "Expiry time of the serving certificate.",
        () -> certificates.current().expiry().getEpochSecond());
    gauge(
        "netlog_webhook_certificate_last_reload_timestamp_seconds",
        "Time at which the serving certificate was loaded.",
        () -> certificates.upkeep().since().getEpochSecond());
    gauge(
        "netlog_webhook_certificate_last_reload_successful",
        "Whether the last check for a newer certificate succeeded.",
        () -> certificates.upkeep().successful() ? 1 : 0);
    gauge(
        "netlog_webhook_bundle_authorities",
        "Authorities of this webhook in caBundle, if it manages caBundle.",
        () -> certificates.upkeep().published());
  }

  /// Exports the number of requests in flight.
  void watch(IntSupplier inFlight) {
    gauge(
        "netlog_webhook_requests_in_flight",
        "Requests being read, waiting or being checked.",
        inFlight::getAsInt);
  }

  /// @param value null if there is none
  private void gauge(String name, String help, Supplier<@Nullable Number> value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(
            callback -> {
              Number now = value.get();
              if (now != null) {
                callback.call(now.doubleValue());
              }
            })
        .register(registry);
  }

  /// The registry, for metrics of other parts of the program.
  public PrometheusRegistry registry() {
    return registry;
  }

  void reviewed(String path, Outcome outcome, long nanos) {
    reviews
        .labelValues(
            path,
            operation(outcome.review().operation()),
            kind(outcome.review()),
            outcome.decision().word())
        .inc();
    durations.labelValues(path).observe(nanos / 1e9);
    if (!outcome.ratcheted().isEmpty()) {
      ratcheted.inc();
    }
    if (outcome.decision() == ReviewDecision.PATCHED
        && annotated.again(outcome.review(), nanoseconds.getAsLong())) {
      repeated.inc();
    }
    if (!outcome.failures().isEmpty()) {
      ruleFailures.inc(outcome.failures().size());
    }
  }

  void refused(int status) {
    refused.labelValues(STATUSES.contains(status) ? Integer.toString(status) : OTHER).inc();
  }

  void handshakeFailed() {
    tlsErrors.labelValues(HANDSHAKE).inc();
  }

  /// Counts an error of a certificate source.
  ///
  /// @param reason the label of a [TlsFailure]
  public void tlsFailed(String reason) {
    tlsErrors.labelValues(reason).inc();
  }

  /// All metrics in Prometheus' text format.
  String text() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(8192);
    try {
      writer.write(out, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  String contentType() {
    return writer.getContentType();
  }

  private static String operation(String operation) {
    return OPERATIONS.contains(operation) ? operation : OTHER;
  }

  private static String kind(Review review) {
    return review.judged() ? review.kind().kind() : OTHER;
  }
}
