package dev.netlog.coverage;

import dev.netlog.network.Direction;

/// A direction of a subject in which no policy acts any more.
///
/// @param subject the subject's id; of pods that no workload read stands for, that of the virtual
///   subject at the base
/// @param direction the direction
/// @param before what was there at the base, empty where the subject itself was
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
