/// Turns a review into an answer: the same verdict as the linter's, as an AdmissionReview.
///
/// Pure: no HTTP, no Kubernetes client, no clock, no log. Other objects come from a
/// [dev.netlog.inventory.Inventory], which answers from memory.
@NullMarked
package dev.netlog.webhook.admission;

import org.jspecify.annotations.NullMarked;
