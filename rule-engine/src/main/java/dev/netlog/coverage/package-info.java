/// Logging coverage: which of the verdicts that policies can give leave a record. This package is
/// the model: points with their states, counted by namespace and target, and the rules about them.
///
/// The stages have packages of their own: `.input`, `.points`, `.witness`, `.compare`. Must not
/// know concrete platforms, nor any stage but the input.
@NullMarked
package dev.netlog.coverage;

import org.jspecify.annotations.NullMarked;
