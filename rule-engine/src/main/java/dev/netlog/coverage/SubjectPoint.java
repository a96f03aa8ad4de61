package dev.netlog.coverage;

import dev.netlog.network.Direction;
import dev.netlog.platform.LoggingState;
import dev.netlog.policy.Subject;
import org.jspecify.annotations.Nullable;

/// One point of one subject.
///
/// @param key `subject|direction|verdict|reason`
/// @param subject the subject's id
/// @param of the subject, null for a namespace or the cluster
/// @param namespace the namespace it belongs to, empty for the cluster
/// @param point the point
public record SubjectPoint(
    String key, String subject, @Nullable Subject of, String namespace, JudgedPoint point) {
  /// How well it is covered.
  public Status status() {
    return point.status();
  }

  /// Its judgement.
  public LoggingState state() {
    return point.state();
  }

  /// Its direction, null where it has none.
  public @Nullable Direction direction() {
    return point.point().direction();
  }
}
