package dev.netlog.cli.report.coverage;

import dev.netlog.coverage.SubjectPoint;
import dev.netlog.coverage.compare.PointChange;
import dev.netlog.network.Direction;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.Point;
import dev.netlog.platform.text.Phrase;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Points of one namespace that are reported together: they have the same origin and the same
/// explanation.
///
/// @param before the first point as it was in the base, null if it is not needed
/// @param what the change since the base; empty if there is none to report
/// @param first the first point by key
/// @param subjects the ids of the subjects, one for each point
/// @param policies the policies behind a default deny, otherwise none
public record Entry(
    @Nullable SubjectPoint before,
    Set<PointChange> what,
    SubjectPoint first,
    ShortList subjects,
    ShortList policies) {
  /// The number of points.
  public long count() {
    return subjects.total();
  }

  /// Why they are logged or not, in one word.
  public String cause() {
    return first.state().causeCode();
  }

  /// Whether only some of their connections are logged.
  public boolean isPartial() {
    return first.state() instanceof LoggingState.NotLogged state && state.partial();
  }

  /// What would settle whether they are logged, null if that is known.
  @Nullable Phrase settledBy() {
    return first.state() instanceof LoggingState.Unknown state ? state.settledBy() : null;
  }

  /// For example `ingress allow NetworkPolicy/edge/p2`.
  public String label() {
    return label(first.point().point());
  }

  private static String label(Point point) {
    Direction direction = point.direction();
    String words = point.verdict().word() + " " + point.reason().text();
    return direction == null ? words : direction.word() + " " + words;
  }
}
