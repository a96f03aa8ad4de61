/// Fixes as changes of a resource, in pointers and values.
///
/// The linter turns them into text edits, the webhook into a JSON Patch. Knows no platform.
@NullMarked
package dev.netlog.fix;

import org.jspecify.annotations.NullMarked;
