/// Writes JSON, for the linter and for the webhook.
///
/// Must know neither files nor YAML.
@NullMarked
package dev.netlog.io.json;

import org.jspecify.annotations.NullMarked;
