/// The data model: values, pointers, resources and their origins.
///
/// Knows nothing else: no rule, no platform, no file, no line number.
@NullMarked
package dev.netlog.model;

import org.jspecify.annotations.NullMarked;
