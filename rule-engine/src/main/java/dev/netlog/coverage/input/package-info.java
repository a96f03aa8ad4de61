/// What coverage is computed from: the objects of a target sorted out, what the API server refuses
/// of them, the subjects of each namespace, and the rules of admin policies in their order.
///
/// Must not know points, nor any later stage.
@NullMarked
package dev.netlog.coverage.input;

import org.jspecify.annotations.NullMarked;
