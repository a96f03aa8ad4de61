/// What the API server calls things: for whoever asks it, and for whoever is asked by it.
///
/// Names and nothing else; knows no other package of the webhook.
@NullMarked
package dev.netlog.webhook.kind;

import org.jspecify.annotations.NullMarked;
