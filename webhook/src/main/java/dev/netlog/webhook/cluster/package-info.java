/// Access to the API server: shares and publishes authorities, and watches the other objects of the
/// cluster.
///
/// The only package that uses the Kubernetes client. It handles certificates only as text, and
/// knows no HTTP server and no reviews.
@NullMarked
package dev.netlog.webhook.cluster;

import org.jspecify.annotations.NullMarked;
