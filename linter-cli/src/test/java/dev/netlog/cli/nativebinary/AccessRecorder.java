package dev.netlog.cli.nativebinary;

import java.util.Set;
import java.util.TreeSet;

/// Called by the code that [RecordingLoader] rewrites, before it looks something up by name.
public final class AccessRecorder {
  private static final Set<String> SITES = new TreeSet<>();

  private AccessRecorder() {}

  /// Notes that `site`, such as `a.B.method -> Class.forName`, has run.
  public static synchronized void record(String site) {
    SITES.add(site);
  }

  static synchronized Set<String> sites() {
    return new TreeSet<>(SITES);
  }
}
