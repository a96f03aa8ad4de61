/// JSON as both edges write it.
///
/// Must know neither files nor YAML.
@NullMarked
package dev.netlog.io.json;

import org.jspecify.annotations.NullMarked;
