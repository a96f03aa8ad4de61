package dev.netlog.coverage.witness;

import dev.netlog.platform.Reason;
import dev.netlog.platform.Verdict;
import java.util.List;

/// The decision of the policies on one side of a connection.
///
/// @param governed whether any policy decides it there
/// @param verdict the verdict; `ALLOW` where none does, `ANY` where nobody can say
/// @param reasons what decides; several where several NetworkPolicies allow it, or where admin
///   policies of one priority agree
public record Prediction(boolean governed, Verdict verdict, List<Reason> reasons) {
  /// Nothing decides it.
  static final Prediction UNGOVERNED = new Prediction(false, Verdict.ALLOW, List.of());

  /// Admin policies of one priority would answer differently.
  static final Prediction UNKNOWN = new Prediction(true, Verdict.ANY, List.of());

  public Prediction {
    reasons = List.copyOf(reasons);
  }
}
