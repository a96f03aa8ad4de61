/// Manifests as kubectl reads them: bytes in, resources and positions out.
///
/// Knows SnakeYAML, and is the only package that does; must not know commands or report formats.
@NullMarked
package dev.netlog.io.yaml;

import org.jspecify.annotations.NullMarked;
