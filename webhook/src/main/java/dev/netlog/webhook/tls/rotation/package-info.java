/// Certificates that the webhook creates and renews itself: an authority in a Secret, and a serving
/// certificate (leaf) for each replica.
///
/// Accesses the API server through its own interface, [AuthorityStore]. Knows no files.
@NullMarked
package dev.netlog.webhook.tls.rotation;

import org.jspecify.annotations.NullMarked;
