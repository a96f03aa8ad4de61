package dev.netlog.platform;

import dev.netlog.network.sets.ConnectionSet;
import dev.netlog.network.sets.Search;
import java.util.List;

/// Connections among which those of one verdict are.
///
/// @param set all that its policy or rule is about
/// @param finder looks for one that nothing else decides
public record VerdictRegion(ConnectionSet set, Finder finder) {
  /// Looks for a connection of the verdict.
  @FunctionalInterface
  public interface Finder {
    /// Whether some connection has the verdict.
    ///
    /// @param within where to look, a part of the set
    /// @param hidden connections that do not count
    Search.Answer find(ConnectionSet within, List<ConnectionSet> hidden);
  }
}
