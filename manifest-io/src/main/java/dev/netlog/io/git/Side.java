package dev.netlog.io.git;

/// One of the two compared trees.
public enum Side {
  /// The state before: the merge base, or the commit that the user named.
  BASE("the base"),
  /// The current state: the commit that is checked out.
  HEAD("HEAD");

  private final String words;

  Side(String words) {
    this.words = words;
  }

  /// Its name in messages.
  String words() {
    return words;
  }
}
