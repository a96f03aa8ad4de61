/// The webhook on the network: TLS, requests, limits, probes, metrics, the log, and the end.
///
/// The one package that knows Javalin, Jetty and the metrics library. Knows of reviews only how to
/// hand them on, and of certificates only how to serve the current one.
@NullMarked
package dev.netlog.webhook.http;

import org.jspecify.annotations.NullMarked;
