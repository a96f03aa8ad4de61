/// The HTTP side of the webhook: TLS, requests, limits, probes, metrics, the log, and shutdown.
///
/// The only package that uses Javalin, Jetty and the metrics library. It passes reviews on without
/// reading them, and serves the current certificate without knowing its source.
@NullMarked
package dev.netlog.webhook.http;

import org.jspecify.annotations.NullMarked;
