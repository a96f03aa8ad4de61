package dev.netlog.io.yaml.syntax;

import org.jspecify.annotations.Nullable;

/// A part of a manifest that becomes one document.
public sealed interface Part {
  /// Its start, in UTF-16 units of the file's text.
  int start();

  /// The same part without its tree, to save memory.
  default Part withoutTree() {
    return this instanceof Json ? new Json(start(), null) : this;
  }

  /// A JSON value.
  ///
  /// @param root its tree; null if it has to be read again
  record Json(int start, @Nullable Node root) implements Part {}

  /// Lines to read as YAML.
  ///
  /// @param json why the lines are not JSON, if kubectl would give that as the reason for refusing
  ///   them
  record Yaml(int start, int end, @Nullable Failure json) implements Part {}

  /// A place where kubectl stops reading the file.
  ///
  /// @param last whether the text after it cannot be split into documents any more
  record Refused(int start, Failure failure, boolean last) implements Part {}
}
