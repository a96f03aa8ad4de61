package dev.netlog.coverage;

/// The statuses that the points of one object have. They give the status of the object.
///
/// @param covered whether at least one point is covered
/// @param missed whether at least one point is missed
/// @param unknown whether at least one point is unknown
/// @param unreadable whether at least one point is unknown because an object cannot be read at the
///   head of a change
public record StatusFlags(boolean covered, boolean missed, boolean unknown, boolean unreadable) {
  /// No point.
  public static final StatusFlags NONE = new StatusFlags(false, false, false, false);

  /// The same with another point of this status.
  public StatusFlags with(Status status) {
    return switch (status) {
      case COVERED -> new StatusFlags(true, missed, unknown, unreadable);
      case MISSED -> new StatusFlags(covered, true, unknown, unreadable);
      case UNKNOWN -> new StatusFlags(covered, missed, true, unreadable);
      case PARTIAL -> new StatusFlags(true, true, unknown, unreadable);
    };
  }

  /// The same with another point.
  public StatusFlags with(JudgedPoint point) {
    StatusFlags marks = with(point.status());
    return point.state().isUnreadable()
        ? new StatusFlags(marks.covered, marks.missed, marks.unknown, true)
        : marks;
  }

  /// The same with the points of another object.
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
