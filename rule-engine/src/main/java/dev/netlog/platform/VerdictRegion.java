package dev.netlog.platform;

import dev.netlog.network.sets.ConnectionSet;
import dev.netlog.network.sets.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Connections among which those of one verdict are.
///
/// @param set all that its policy or rule is about
/// @param finder looks for one that nothing else decides
/// @param parts those that nothing else decides, each in one of the parts at least
public record VerdictRegion(ConnectionSet set, Finder finder, Supplier<List<Part>> parts) {
  /// Looks for a connection of the verdict.
  @FunctionalInterface
  public interface Finder {
    /// Whether some connection has the verdict.
    ///
    /// @param within where to look, a part of the set
    /// @param hidden connections that do not count
    Search.Answer find(ConnectionSet within, List<ConnectionSet> hidden);
  }

  /// The connections of a set that are in none of others.
  ///
  /// @param set the set
  /// @param hidden the others
  public record Part(ConnectionSet set, List<ConnectionSet> hidden) {
    public Part {
      hidden = List.copyOf(hidden);
    }

    /// The part without more connections.
    public Part without(List<ConnectionSet> more) {
      if (more.isEmpty()) {
        return this;
      }
      List<ConnectionSet> all = new ArrayList<>(hidden);
      all.addAll(more);
      return new Part(set, all);
    }

    /// The connections of both.
    public Part intersect(Part other) {
      return new Part(set.intersect(other.set), hidden).without(other.hidden);
    }

    /// The connections that are in a set too.
    public Part within(ConnectionSet other) {
      return new Part(set.intersect(other), hidden);
    }
  }
}
