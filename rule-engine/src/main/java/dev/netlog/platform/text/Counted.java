package dev.netlog.platform.text;

/// Numbers with their noun, for effects.
public final class Counted {
  private Counted() {}

  /// `1 policy`, `14 policies`.
  public static String of(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
