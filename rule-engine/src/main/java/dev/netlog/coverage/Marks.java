package dev.netlog.coverage;

/// Which statuses the points of one object have.
///
/// @param unreadable whether some are unknown because an object cannot be read at the head of a
///   change
public record Marks(boolean covered, boolean missed, boolean unknown, boolean unreadable) {
  /// No point.
  public static final Marks NONE = new Marks(false, false, false, false);

  /// With a point of this status.
  public Marks with(Status status) {
    return switch (status) {
      case COVERED -> new Marks(true, missed, unknown, unreadable);
      case MISSED -> new Marks(covered, true, unknown, unreadable);
      case UNKNOWN -> new Marks(covered, missed, true, unreadable);
      case PARTIAL -> new Marks(true, true, unknown, unreadable);
    };
  }

  /// With a point of this judgement.
  public Marks with(JudgedPoint point) {
    Marks marks = with(point.status());
    return point.state().isUnreadable()
        ? new Marks(marks.covered, marks.missed, marks.unknown, true)
        : marks;
  }

  /// With the points of others.
  public Marks with(Marks other) {
    return new Marks(
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
  Tally tally(long times) {
    return status() == Status.UNKNOWN && unreadable
        ? Tally.NONE.plusUnreadable(times)
        : Tally.NONE.plus(status(), times);
  }
}
