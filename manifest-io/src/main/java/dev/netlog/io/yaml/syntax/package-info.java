/// The syntax of manifests: turns bytes into text, a stream into parts, and a part into nodes with
/// places.
///
/// Knows SnakeYAML, and is the only package that does; must not know keys, kinds or objects.
@NullMarked
package dev.netlog.io.yaml.syntax;

import org.jspecify.annotations.NullMarked;
