package dev.netlog.io.git;

/// One of the two trees that are compared.
public enum Side {
  /// What was there before: the merge base, or the commit that the user named.
  BASE("the base"),
  /// What is there now: the commit that is checked out.
  HEAD("HEAD");

  private final String words;

  Side(String words) {
    this.words = words;
  }

  /// What messages call it.
  String words() {
    return words;
  }
}
