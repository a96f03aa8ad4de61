package dev.netlog.cli.yaml;

import org.jspecify.annotations.Nullable;

/// A piece of a manifest that becomes one document.
sealed interface Part {
  /// Where it starts, in UTF-16 units of the file's text.
  int start();

  /// A JSON value, already read.
  record Json(int start, Node root) implements Part {}

  /// Lines to read as YAML.
  ///
  /// @param json why they are no JSON, where kubectl would give that as the reason for refusing them
  record Yaml(int start, int end, @Nullable Failure json) implements Part {}

  /// A place where kubectl stops reading the file.
  ///
  /// @param last whether nothing behind it can be told apart into documents any more
  record Refused(int start, Failure failure, boolean last) implements Part {}
}
