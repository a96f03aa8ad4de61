/// Finds the verdict points of subjects, and the logging state of each from the platform.
///
/// Knows the input and, for a change, the points of the base; must not know witnesses and gates.
@NullMarked
package dev.netlog.coverage.points;

import org.jspecify.annotations.NullMarked;
