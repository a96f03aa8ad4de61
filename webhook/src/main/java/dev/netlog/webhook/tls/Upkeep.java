package dev.netlog.webhook.tls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a source looks after its certificate.
///
/// @param since when the certificate in use was taken over, by the clock of this machine
/// @param successful whether the last look for a newer one met no trouble
/// @param published how many authorities of ours API servers were seen to trust; null where what
///   they trust is somebody else's matter
public record Upkeep(Instant since, boolean successful, @Nullable Integer published) {}
