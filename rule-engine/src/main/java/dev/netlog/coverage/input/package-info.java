/// The input of coverage: the objects of a target by role, those that the API server refuses, the
/// subjects of each namespace, and the rules of admin policies in order.
///
/// Must not know points, nor any later stage.
@NullMarked
package dev.netlog.coverage.input;

import org.jspecify.annotations.NullMarked;
