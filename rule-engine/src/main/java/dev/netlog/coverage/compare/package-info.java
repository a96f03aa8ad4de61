/// Compares the points of a base with those of a head, and checks both against gates.
///
/// The last stage: it uses the results of all others.
@NullMarked
package dev.netlog.coverage.compare;

import org.jspecify.annotations.NullMarked;
