/// The API server: where authorities are shared and published, and the other objects of the
/// cluster.
///
/// The one package that knows the client of Kubernetes. Knows no certificates beyond their text, no
/// HTTP server and no reviews.
@NullMarked
package dev.netlog.webhook.cluster;

import org.jspecify.annotations.NullMarked;
