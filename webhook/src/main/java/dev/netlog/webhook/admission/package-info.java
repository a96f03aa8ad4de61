/// A review in, a review out: the same verdict as the linter's, in the form of an AdmissionReview.
///
/// Pure: no HTTP, no Kubernetes client, no clock, no log. What other objects say comes from an
/// [dev.netlog.inventory.Inventory], which answers from memory.
@NullMarked
package dev.netlog.webhook.admission;

import org.jspecify.annotations.NullMarked;
