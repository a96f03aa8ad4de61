package dev.netlog.fix;

import java.util.List;

/// A titled remedy for one violation, changing only the violation's own subject.
///
/// @param title an imperative in lower case: `quote the value`
/// @param safety how far it may be trusted
/// @param edits the changes, in order; empty only for a manual fix
public record Fix(String title, Safety safety, List<Edit> edits) {
  public Fix {
    edits = List.copyOf(edits);
  }

  /// A fix that may be applied without looking.
  public static Fix safe(String title, Edit... edits) {
    return new Fix(title, Safety.SAFE, List.of(edits));
  }

  /// A fix that should be looked at.
  public static Fix unsafe(String title, Edit... edits) {
    return new Fix(title, Safety.UNSAFE, List.of(edits));
  }

  /// A remedy that only a person can carry out.
  public static Fix manual(String title) {
    return new Fix(title, Safety.MANUAL, List.of());
  }
}
