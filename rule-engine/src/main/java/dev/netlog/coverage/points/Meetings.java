package dev.netlog.coverage.points;

import dev.netlog.network.sets.Box;
import dev.netlog.network.sets.BoxIndex;
import dev.netlog.network.sets.ConnectionSet;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Finds which policies of a namespace allow a common connection, in one direction. Computed once
/// for all groups. Not safe for use by several threads.
final class Meetings {
  /// The maximum number of candidate boxes that are compared one by one.
  private static final int FEW = 64;

  private final IntFunction<ConnectionSet> admitted;
  private final Map<Box, BitSet> owners = new HashMap<>();
  private final BoxIndex index;
  private final @Nullable BitSet[] known;
  private final BitSet tooMany = new BitSet();

  /// @param policies the policies to compare: their sets do not depend on the subject
  /// @param admitted the set of each policy
  Meetings(BitSet policies, IntFunction<ConnectionSet> admitted) {
    this.admitted = admitted;
    this.known = new BitSet[policies.length()];
    policies.stream()
        .forEach(
            policy -> {
              for (Box box : admitted.apply(policy).boxes()) {
                owners.computeIfAbsent(box, _ -> new BitSet()).set(policy);
              }
            });
    Set<Box> ordered = new TreeSet<>(owners.keySet());
    this.index = new BoxIndex(List.copyOf(ordered));
  }

  /// The policies that overlap one of them, including itself unless it allows nothing; null if
  /// there are too many candidates to compare. Must not be changed.
  @Nullable BitSet of(int policy) {
    if (known[policy] == null && !tooMany.get(policy)) {
      known[policy] = find(policy);
      tooMany.set(policy, known[policy] == null);
    }
    return known[policy];
  }

  private @Nullable BitSet find(int policy) {
    BitSet found = new BitSet();
    for (Box box : admitted.apply(policy).boxes()) {
      List<Box> candidates = index.near(box);
      if (candidates.size() > FEW) {
        return null;
      }
      for (Box near : candidates) {
        if (near.meets(box)) {
          found.or(owners.getOrDefault(near, found));
        }
      }
    }
    return found;
  }
}
