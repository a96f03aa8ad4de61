package dev.netlog.io.git;

/// How much of a tree is looked at before a run gives up.
///
/// A tree of a few kilobytes can hold one folder a billion times over, where a checkout would fill
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

  /// Counts that many entries.
  ///
  /// @throws ComparisonException where that is too many
  void spend(int entries) throws ComparisonException {
    left -= entries;
    if (left < 0) {
      throw new ComparisonException(
          side.words()
              + " has more than "
              + limit
              + " files and folders below the paths; name fewer of them");
    }
  }
}
