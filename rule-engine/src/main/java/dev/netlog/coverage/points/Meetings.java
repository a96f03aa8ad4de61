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

/// Which policies of a namespace admit a common connection, in one direction. Worked out once for
/// all groups. Not safe for use by several threads.
final class Meetings {
  /// Up to how many boxes that may meet one are worth being looked at.
  private static final int FEW = 64;

  private final IntFunction<ConnectionSet> admitted;
  private final Map<Box, BitSet> owners = new HashMap<>();
  private final BoxIndex index;
  private final @Nullable BitSet[] known;
  private final BitSet tooMany = new BitSet();

  /// @param policies those to look among: their sets do not depend on the subject
  /// @param admitted the set of each
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

  /// Those that meet one of them, itself included unless it admits nothing; null where so many may
  /// that each would have to be looked at. Not to be changed.
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
