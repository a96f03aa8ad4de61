package dev.netlog.webhook.tls.rotation;

import java.time.Instant;

/// The current time, by several clocks.
///
/// @param instant the best known calendar time
/// @param surelyPast a time that is in the past for every client that checks certificates; the
///   distant past if none is known
/// @param nanos monotonic time in nanoseconds
record Now(Instant instant, Instant surelyPast, long nanos) {}
