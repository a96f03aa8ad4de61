package dev.netlog.io.yaml.syntax;

import org.jspecify.annotations.Nullable;

/// A piece of a manifest that becomes one document.
public sealed interface Part {
  /// Where it starts, in UTF-16 units of the file's text.
  int start();

  /// The same, small enough to be kept.
  default Part withoutTree() {
    return this instanceof Json ? new Json(start(), null) : this;
  }

  /// A JSON value.
  ///
  /// @param root its tree; null where it is to be read again
  record Json(int start, @Nullable Node root) implements Part {}

  /// Lines to read as YAML.
  ///
  /// @param json why they are no JSON, where kubectl would give that as the reason for refusing
  ///   them
  record Yaml(int start, int end, @Nullable Failure json) implements Part {}

  /// A place where kubectl stops reading the file.
  ///
  /// @param last whether nothing behind it can be told apart into documents any more
  record Refused(int start, Failure failure, boolean last) implements Part {}
}
