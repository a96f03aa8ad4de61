package dev.netlog.coverage.witness;

import dev.netlog.platform.Reason;
import dev.netlog.platform.Verdict;
import java.util.List;

/// The decision of the policies on one side of a connection.
///
/// @param governed whether any policy decides it there
/// @param verdict the verdict; `ALLOW` if no policy decides, `ANY` if it is unknown
/// @param reasons what decides; several if several NetworkPolicies allow it, or if admin policies
///   of the same priority agree
public record Prediction(boolean governed, Verdict verdict, List<Reason> reasons) {
  /// No policy decides it.
  static final Prediction UNGOVERNED = new Prediction(false, Verdict.ALLOW, List.of());

  /// Admin policies of the same priority disagree.
  static final Prediction UNKNOWN = new Prediction(true, Verdict.ANY, List.of());

  public Prediction {
    reasons = List.copyOf(reasons);
  }
}
