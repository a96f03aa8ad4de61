/// JSON texts, read as Go's `encoding/json` reads them.
///
/// Knows texts and offsets; must not know values, rules, platforms, or what a text is for.
@NullMarked
package dev.netlog.json;

import org.jspecify.annotations.NullMarked;
