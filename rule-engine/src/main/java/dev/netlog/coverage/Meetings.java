package dev.netlog.coverage;

import dev.netlog.network.Box;
import dev.netlog.network.BoxIndex;
import dev.netlog.network.ConnectionSet;
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
  private final IntFunction<ConnectionSet> admitted;
  private final Map<Box, BitSet> owners = new HashMap<>();
  private final BoxIndex index;
  private final @Nullable BitSet[] known;

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

  /// Those that meet one of them, itself included unless it admits nothing. Not to be changed.
  BitSet of(int policy) {
    BitSet found = known[policy];
    if (found == null) {
      found = new BitSet();
      for (Box box : admitted.apply(policy).boxes()) {
        for (Box near : index.near(box)) {
          if (near.meets(box)) {
            found.or(owners.getOrDefault(near, found));
          }
        }
      }
      known[policy] = found;
    }
    return found;
  }
}
