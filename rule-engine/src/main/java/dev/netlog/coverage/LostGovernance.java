package dev.netlog.coverage;

import dev.netlog.network.Direction;

/// A direction in which policies of the base governed a subject, and policies of the head do so no
/// longer, or not for every connection.
///
/// @param subject the id of the subject: `edge/Deployment/api`; for pods without a workload in the
///   input, the id of the virtual subject at the base
/// @param direction the direction
/// @param extent how much is lost
/// @param before the workload at the base, empty if the subject itself is in the base
public record LostGovernance(String subject, Direction direction, Extent extent, String before) {
  /// How many connections have lost their verdict.
  public enum Extent {
    /// All: no policy governs the direction any more.
    ALL,
    /// Some: each connection had a verdict in the base, and some have none at the head.
    SOME
  }

  /// As JSON and gates name it: `edge/Deployment/api:egress`.
  public String pair() {
    return subject + ":" + direction.word();
  }

  /// As reports for people name it.
  public String text() {
    if (extent == Extent.ALL) {
      return before.isEmpty() ? pair() : pair() + " (" + before + ")";
    }
    String some = "some of its connections have no verdict any more";
    return pair() + " (" + (before.isEmpty() ? some : before + "; " + some) + ")";
  }
}
