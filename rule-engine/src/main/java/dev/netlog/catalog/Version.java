package dev.netlog.catalog;

/// The version of this program.
public final class Version {
  /// As the build names it; a test holds the two together.
  public static final String NUMBER = "0.1.0";

  private Version() {}
}
