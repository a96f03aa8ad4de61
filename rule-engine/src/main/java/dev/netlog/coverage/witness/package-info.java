/// Predicts single connections, and names for a missed point one that leaves no record.
///
/// Works rule by rule and without the sets that points come from; must not know gates.
@NullMarked
package dev.netlog.coverage.witness;

import org.jspecify.annotations.NullMarked;
