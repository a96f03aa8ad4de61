package dev.netlog.webhook.tls.rotation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the replicas of a webhook share their authorities, and where they publish them: a Secret
/// and the webhook configurations of a cluster.
///
/// Every method asks the API server at once and answers within seconds; trouble is an answer, not
/// an exception. Used by one thread at a time.
public interface AuthorityStore {

  /// What the API server said of the time, when it last answered.
  ///
  /// @param instant what it said
  /// @param nanos when that was, by the counter of the `TimeSource`
  record ServerTime(Instant instant, long nanos) {}

  /// The Secret, as messages name it.
  String secretName();

  /// The Secret as it is now.
  SecretReading readSecret();

  /// Replaces the data of the Secret, where it still is what was read.
  ///
  /// @param version of what was read; null to create the Secret where there is none
  WriteOutcome writeSecret(@Nullable String version, Map<String, String> data);

  /// The webhook configurations as they are now.
  List<BundleReading> readBundles();

  /// Replaces each `caBundle` of a configuration and nothing else, where it still is what was read.
  ///
  /// @param bundles one for each webhook of the configuration, in their order
  WriteOutcome writeBundles(BundleReading.Present read, List<String> bundles);

  /// What time it is for those who check our certificates; null where no answer has told it.
  @Nullable ServerTime serverTime();
}
