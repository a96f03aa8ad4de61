/// Text of files: lines, columns and ranges, the order of paths, and how text of strangers is
/// shown.
///
/// Must know neither files nor YAML.
@NullMarked
package dev.netlog.io.text;

import org.jspecify.annotations.NullMarked;
