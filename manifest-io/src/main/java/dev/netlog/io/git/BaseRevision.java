package dev.netlog.io.git;

/// The commit to compare with, as the user names it.
///
/// @param text a branch, tag or id, with an optional suffix such as `~2` or `^1`
/// @param meaning how the base follows from that commit
public record BaseRevision(String text, Meaning meaning) {
  /// How the base follows from the named commit.
  public enum Meaning {
    /// The merge base of that commit and HEAD.
    MERGE_BASE,
    /// That commit itself.
    EXACT
  }

  /// The commit at which HEAD branched off a revision.
  public static BaseRevision branchedOff(String text) {
    return new BaseRevision(text, Meaning.MERGE_BASE);
  }

  /// The commit that the revision names.
  public static BaseRevision exactly(String text) {
    return new BaseRevision(text, Meaning.EXACT);
  }
}
