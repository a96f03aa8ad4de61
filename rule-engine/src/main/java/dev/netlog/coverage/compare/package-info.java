/// Compares the points of a base with those of a head, and holds both to gates.
///
/// The last stage: it knows all others by their results.
@NullMarked
package dev.netlog.coverage.compare;

import org.jspecify.annotations.NullMarked;
