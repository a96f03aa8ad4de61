package dev.netlog.webhook.tls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The state of the renewal of a certificate.
///
/// @param since when the certificate in use was loaded, by the clock of this machine
/// @param successful whether the last check for a newer one succeeded
/// @param published how many of our authorities are in the bundles of API servers; null if the
///   source does not manage them
public record Upkeep(Instant since, boolean successful, @Nullable Integer published) {}
