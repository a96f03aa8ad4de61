package dev.netlog.run;

import java.util.Set;
import java.util.TreeSet;

/// The platforms of the manifests, as far as known.
///
/// @param named ids from options or settings
/// @param seen ids of platforms detected in the input
public record PlatformUse(Set<String> named, Set<String> seen) {
  public PlatformUse {
    named = Set.copyOf(named);
    seen = Set.copyOf(seen);
  }

  /// No platform is known: only rules that always apply run.
  public static PlatformUse none() {
    return new PlatformUse(Set.of(), Set.of());
  }

  /// The platforms in use, sorted: the named ones, or else the detected ones.
  public Set<String> used() {
    return new TreeSet<>(named.isEmpty() ? seen : named);
  }
}
