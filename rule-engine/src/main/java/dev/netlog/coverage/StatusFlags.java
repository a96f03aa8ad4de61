package dev.netlog.coverage;

/// Which statuses the points of one object have.
///
/// @param unreadable whether some are unknown because an object cannot be read at the head of a
///   change
public record StatusFlags(boolean covered, boolean missed, boolean unknown, boolean unreadable) {
  /// No point.
  public static final StatusFlags NONE = new StatusFlags(false, false, false, false);

  /// With a point of this status.
  public StatusFlags with(Status status) {
    return switch (status) {
      case COVERED -> new StatusFlags(true, missed, unknown, unreadable);
      case MISSED -> new StatusFlags(covered, true, unknown, unreadable);
      case UNKNOWN -> new StatusFlags(covered, missed, true, unreadable);
      case PARTIAL -> new StatusFlags(true, true, unknown, unreadable);
    };
  }

  /// With a point of this judgement.
  public StatusFlags with(JudgedPoint point) {
    StatusFlags marks = with(point.status());
    return point.state().isUnreadable()
        ? new StatusFlags(marks.covered, marks.missed, marks.unknown, true)
        : marks;
  }

  /// With the points of others.
  public StatusFlags with(StatusFlags other) {
    return new StatusFlags(
        covered || other.covered,
        missed || other.missed,
        unknown || other.unknown,
        unreadable || other.unreadable);
  }

  /// Whether there is no point.
  public boolean isEmpty() {
    return !covered && !missed && !unknown;
  }

  /// The object's own status.
  public Status status() {
    if (missed) {
      return covered ? Status.PARTIAL : Status.MISSED;
    }
    return unknown ? Status.UNKNOWN : Status.COVERED;
  }

  /// So many objects with these points, counted.
  public Tally tally(long times) {
    return status() == Status.UNKNOWN && unreadable
        ? Tally.NONE.plusUnreadable(times)
        : Tally.NONE.plus(status(), times);
  }
}
