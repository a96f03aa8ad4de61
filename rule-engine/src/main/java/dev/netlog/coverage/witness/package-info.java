/// Predicts single connections, and finds for a missed point a connection that is not logged.
///
/// Works rule by rule and without the sets that points are computed from; must not know gates.
@NullMarked
package dev.netlog.coverage.witness;

import org.jspecify.annotations.NullMarked;
