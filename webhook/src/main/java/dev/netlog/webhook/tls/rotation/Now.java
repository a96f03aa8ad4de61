package dev.netlog.webhook.tls.rotation;

import java.time.Instant;

/// What time it is.
///
/// @param instant by the calendar, as far as is known
/// @param surelyPast a moment that lies in the past for whoever checks certificates; the far past
///   where there is no telling
/// @param nanos by a counter
record Now(Instant instant, Instant surelyPast, long nanos) {}
