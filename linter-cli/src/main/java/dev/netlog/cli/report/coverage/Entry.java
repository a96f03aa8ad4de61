package dev.netlog.cli.report.coverage;

import dev.netlog.coverage.SubjectPoint;
import dev.netlog.coverage.compare.PointChange;
import dev.netlog.network.Direction;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.Point;
import dev.netlog.platform.text.Phrase;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Points of one namespace that people read about together: they come from the same, and what is
/// said of one holds for all of them.
///
/// @param before the first one as it was in the base, null where there is no such thing to tell
/// @param what what of it changed since the base; empty where nothing can be told
/// @param first the first one by its key
/// @param subjects the ids of their subjects; as many as there are points
/// @param policies the policies behind a default deny, otherwise none
public record Entry(
    @Nullable SubjectPoint before,
    Set<PointChange> what,
    SubjectPoint first,
    ShortList subjects,
    ShortList policies) {
  /// How many points these are.
  public long count() {
    return subjects.total();
  }

  /// Why they are logged or not, as one word.
  public String cause() {
    return first.state().causeCode();
  }

  /// Whether some of their connections are logged.
  public boolean isPartial() {
    return first.state() instanceof LoggingState.NotLogged state && state.partial();
  }

  /// What would settle whether they are logged, null where that is known.
  @Nullable Phrase settledBy() {
    return first.state() instanceof LoggingState.Unknown state ? state.settledBy() : null;
  }

  /// As `ingress allow NetworkPolicy/edge/p2`.
  public String label() {
    return label(first.point().point());
  }

  private static String label(Point point) {
    Direction direction = point.direction();
    String words = point.verdict().word() + " " + point.reason().text();
    return direction == null ? words : direction.word() + " " + words;
  }
}
