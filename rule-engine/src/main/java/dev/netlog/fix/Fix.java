package dev.netlog.fix;

import dev.netlog.model.Resource;
import java.util.List;

/// A fix for one violation, with a title.
///
/// It changes the violation's own subject. A violation that covers several objects also has the
/// changes of the others; a caller that can change only one object applies only the edits of the
/// subject.
///
/// @param title an imperative in lower case: `quote the value`
/// @param safety whether it may be applied automatically
/// @param edits the changes of the subject, in order
/// @param elsewhere the changes of other objects; only a manual fix has neither edits nor changes
///   of others
public record Fix(String title, Safety safety, List<Edit> edits, List<Elsewhere> elsewhere) {
  public Fix {
    edits = List.copyOf(edits);
    elsewhere = List.copyOf(elsewhere);
  }

  /// A fix that changes only the subject.
  public Fix(String title, Safety safety, List<Edit> edits) {
    this(title, safety, edits, List.of());
  }

  /// A change of another object than the violation's subject.
  public record Elsewhere(Resource resource, Edit edit) {}

  /// A fix that may be applied automatically.
  public static Fix safe(String title, Edit... edits) {
    return new Fix(title, Safety.SAFE, List.of(edits));
  }

  /// A fix that should be reviewed.
  public static Fix unsafe(String title, Edit... edits) {
    return new Fix(title, Safety.UNSAFE, List.of(edits));
  }

  /// A fix that needs a decision of the user.
  public static Fix manual(String title) {
    return new Fix(title, Safety.MANUAL, List.of());
  }
}
