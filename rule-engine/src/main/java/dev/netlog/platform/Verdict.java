package dev.netlog.platform;

import java.util.Locale;

/// What happens to a connection.
public enum Verdict {
  ALLOW,
  DENY,
  /// An admin rule leaves the connection to the policies behind it; not a verdict that is counted.
  PASS,
  /// What an object decides that netlog does not model.
  ANY;

  /// The word in reports: `allow`, `deny`, `pass`, `any`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
