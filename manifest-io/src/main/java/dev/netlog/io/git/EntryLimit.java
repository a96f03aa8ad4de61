package dev.netlog.io.git;

/// Limits how many entries of a tree are visited before a run gives up.
///
/// A tree of a few kilobytes can contain one folder a billion times; a checkout of it would fill
/// the disk.
final class EntryLimit {
  private final int limit;
  private final Side side;
  private int left;

  EntryLimit(int limit, Side side) {
    this.limit = limit;
    this.side = side;
    this.left = limit;
  }

  /// Counts visited entries.
  ///
  /// @throws ComparisonException if the limit is exceeded
  void spend(int entries) throws ComparisonException {
    left -= entries;
    if (left < 0) {
      throw new ComparisonException(
          side.words()
              + " has more than "
              + limit
              + " files and folders below the paths; name fewer paths");
    }
  }
}
