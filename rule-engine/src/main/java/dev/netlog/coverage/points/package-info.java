/// Finds the verdict points of subjects, and judges them by what a platform says.
///
/// Knows the input and, for a change, the points of the base; must not know witnesses and gates.
@NullMarked
package dev.netlog.coverage.points;

import org.jspecify.annotations.NullMarked;
