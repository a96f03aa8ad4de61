/// Reads manifests as kubectl does: turns bytes into resources with positions.
///
/// Knows the nodes that its package `syntax` makes; must not know SnakeYAML, files, commands or
/// report formats.
@NullMarked
package dev.netlog.io.yaml;

import org.jspecify.annotations.NullMarked;
