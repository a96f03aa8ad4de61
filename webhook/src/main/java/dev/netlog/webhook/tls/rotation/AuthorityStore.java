package dev.netlog.webhook.tls.rotation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The store in which the replicas of a webhook share and publish their authorities: a Secret and
/// the webhook configurations of a cluster.
///
/// Every method calls the API server and returns within seconds; errors are results, not
/// exceptions. Used by one thread at a time.
public interface AuthorityStore {

  /// The time of the API server, from its latest response.
  ///
  /// @param instant the time in the response
  /// @param nanos when it arrived, in the time of `TimeSource#nanos()`
  record ServerTime(Instant instant, long nanos) {}

  /// The name of the Secret in messages.
  String secretName();

  /// Reads the Secret.
  SecretReading readSecret();

  /// Replaces the data of the Secret if it has not changed since it was read.
  ///
  /// @param version the version that was read; null to create the Secret
  WriteOutcome writeSecret(@Nullable String version, Map<String, String> data);

  /// Reads the webhook configurations.
  List<BundleReading> readBundles();

  /// Replaces each `caBundle` of a configuration, and no other field, if it has not changed since
  /// it was read.
  ///
  /// @param bundles one for each webhook of the configuration, in their order
  WriteOutcome writeBundles(BundleReading.Present read, List<String> bundles);

  /// The time of the API servers that check our certificates; null if no response had one.
  @Nullable ServerTime serverTime();
}
