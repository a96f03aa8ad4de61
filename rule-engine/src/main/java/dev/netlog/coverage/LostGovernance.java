package dev.netlog.coverage;

import dev.netlog.network.Direction;

/// A direction in which a policy of the base governed a subject, and no policy of the head does.
///
/// @param subject the id of the subject: `edge/Deployment/api`; for pods without a workload in the
///   input, the id of the virtual subject at the base
/// @param direction the direction
/// @param before the workload at the base, empty if the subject itself is in the base
public record LostGovernance(String subject, Direction direction, String before) {
  /// As JSON and gates name it: `edge/Deployment/api:egress`.
  public String pair() {
    return subject + ":" + direction.word();
  }

  /// As reports for people name it.
  public String text() {
    return before.isEmpty() ? pair() : pair() + " (" + before + ")";
  }
}
