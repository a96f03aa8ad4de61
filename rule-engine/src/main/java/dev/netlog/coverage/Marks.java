package dev.netlog.coverage;

/// Which statuses the points of one object have.
public record Marks(boolean covered, boolean missed, boolean unknown) {
  /// No point.
  public static final Marks NONE = new Marks(false, false, false);

  /// With a point of this status.
  public Marks with(Status status) {
    return switch (status) {
      case COVERED -> new Marks(true, missed, unknown);
      case MISSED -> new Marks(covered, true, unknown);
      case UNKNOWN -> new Marks(covered, missed, true);
      case PARTIAL -> new Marks(true, true, unknown);
    };
  }

  /// With the points of others.
  public Marks with(Marks other) {
    return new Marks(covered || other.covered, missed || other.missed, unknown || other.unknown);
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
}
