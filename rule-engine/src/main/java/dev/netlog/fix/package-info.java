/// Remedies as intent: what a resource should become, in pointers and values.
///
/// Each edge lowers it in its own way, to text edits or to a JSON Patch. Knows no platform.
@NullMarked
package dev.netlog.fix;

import org.jspecify.annotations.NullMarked;
