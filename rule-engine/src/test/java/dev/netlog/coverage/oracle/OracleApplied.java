package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.OracleSelector.Answer;
import java.util.ArrayList;
import java.util.List;

/// The policies that apply to a subject in one direction.
///
/// @param certain the NetworkPolicies that surely apply
/// @param possible those that may apply
/// @param above the admin policies that surely apply
/// @param unsure those that may apply, with the cause
record OracleApplied(
    List<OraclePolicy> certain,
    List<OraclePolicy> possible,
    List<OracleAdmin> above,
    List<Unsure> unsure) {
  /// A policy whose selector compares a label with a value that the cluster makes up.
  static final String GENERATED = "generated-label";

  /// An admin policy that may apply.
  record Unsure(OracleAdmin admin, String cause) {}

  static OracleApplied of(OracleNamespace namespace, OracleSubject subject, String direction) {
    OracleApplied applied =
        new OracleApplied(
            new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (OraclePolicy policy : namespace.policies()) {
      if (policy.directions().contains(direction)) {
        Answer applies = subject.matches(policy.selector());
        if (applies.equals(Answer.TRUE)) {
          applied.certain.add(policy);
        } else if (applies.equals(Answer.UNKNOWN)) {
          applied.possible.add(policy);
        }
      }
    }
    for (OracleAdmin admin : namespace.admins()) {
      Answer place = admin.namespaces().matches(namespace.labels());
      Answer applies = place.and(subject.matches(admin.pods()));
      if (applies.equals(Answer.TRUE)) {
        applied.above.add(admin);
      } else if (applies.equals(Answer.UNKNOWN)
          && !(admin.baseline() && !applied.certain.isEmpty())) {
        // It decides nothing. The baseline has no say at all where a policy surely applies.
        applied.unsure.add(
            new Unsure(admin, place.equals(Answer.UNKNOWN) ? "namespace-unknown" : GENERATED));
      }
    }
    return applied;
  }
}
