/// Certificates that the server makes and renews itself: an authority in a Secret, and a leaf of
/// each replica's own.
///
/// Speaks with the API server through an interface of its own, [AuthorityStore]. Knows no files.
@NullMarked
package dev.netlog.webhook.tls.rotation;

import org.jspecify.annotations.NullMarked;
