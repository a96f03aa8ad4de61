/// The syntax of manifests: bytes to text, a stream to its parts, a part to nodes with places.
///
/// Knows SnakeYAML, and is the only package that does; must not know keys, kinds or objects.
@NullMarked
package dev.netlog.io.yaml.syntax;

import org.jspecify.annotations.NullMarked;
