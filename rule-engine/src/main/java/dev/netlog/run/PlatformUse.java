package dev.netlog.run;

import java.util.Set;
import java.util.TreeSet;

/// The platforms that manifests are meant for, as far as that is known.
///
/// @param named ids the user gave by option or configuration
/// @param seen ids of platforms that showed themselves in the input
public record PlatformUse(Set<String> named, Set<String> seen) {
  public PlatformUse {
    named = Set.copyOf(named);
    seen = Set.copyOf(seen);
  }

  /// Nothing known: only rules that always apply are run.
  public static PlatformUse none() {
    return new PlatformUse(Set.of(), Set.of());
  }

  /// The platforms that count as used, sorted: the named ones, or else those that were seen.
  public Set<String> used() {
    return new TreeSet<>(named.isEmpty() ? seen : named);
  }
}
