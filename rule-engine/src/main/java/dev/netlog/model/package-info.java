/// The words everything else is written in: values, pointers, resources and where they came from.
///
/// Knows nothing else: no rule, no platform, no file, no line number.
@NullMarked
package dev.netlog.model;

import org.jspecify.annotations.NullMarked;
