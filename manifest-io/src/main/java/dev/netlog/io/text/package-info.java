/// Text of files: lines, columns and ranges, the order of paths, and safe display of untrusted
/// text.
///
/// Must know neither files nor YAML.
@NullMarked
package dev.netlog.io.text;

import org.jspecify.annotations.NullMarked;
