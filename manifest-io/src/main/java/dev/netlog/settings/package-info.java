/// The settings of `.netlog.yaml`: which values are allowed, and what they mean.
///
/// Reads no file, and must know neither an edge nor a concrete platform. Only the classes named
/// `…Schema…` know the libraries for JSON and JSON Schema: an edge without a settings file loads
/// none of them.
@NullMarked
package dev.netlog.settings;

import org.jspecify.annotations.NullMarked;
