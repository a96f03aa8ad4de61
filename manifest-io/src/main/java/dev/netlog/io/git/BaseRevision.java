package dev.netlog.io.git;

/// The commit to compare with, as the user names it.
///
/// @param text a branch, tag or id, maybe with `~2` or `^1` behind it
/// @param meaning which commit that is
public record BaseRevision(String text, Meaning meaning) {
  /// How the text leads to the base.
  public enum Meaning {
    /// The best common ancestor of that commit and HEAD: what HEAD was branched off.
    MERGE_BASE,
    /// That commit itself.
    EXACT
  }

  /// The commit at which HEAD was branched off a revision.
  public static BaseRevision branchedOff(String text) {
    return new BaseRevision(text, Meaning.MERGE_BASE);
  }

  /// The commit that the revision names.
  public static BaseRevision exactly(String text) {
    return new BaseRevision(text, Meaning.EXACT);
  }
}
