package dev.netlog.fix;

import dev.netlog.model.Resource;
import java.util.List;

/// A titled remedy for one violation.
///
/// It changes the violation's own subject. A violation that stands for several objects also carries
/// the changes of the others; who can change one object only applies its own edits and leaves the
/// rest.
///
/// @param title an imperative in lower case: `quote the value`
/// @param safety how far it may be trusted
/// @param edits the changes of the subject, in order
/// @param elsewhere the changes of other objects; there is none of either only in a manual fix
public record Fix(String title, Safety safety, List<Edit> edits, List<Elsewhere> elsewhere) {
  public Fix {
    edits = List.copyOf(edits);
    elsewhere = List.copyOf(elsewhere);
  }

  /// A fix of the subject alone.
  public Fix(String title, Safety safety, List<Edit> edits) {
    this(title, safety, edits, List.of());
  }

  /// A change of another object than the violation's subject.
  public record Elsewhere(Resource resource, Edit edit) {}

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
