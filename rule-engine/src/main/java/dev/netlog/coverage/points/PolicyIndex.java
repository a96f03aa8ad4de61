package dev.netlog.coverage.points;

import dev.netlog.network.KnownLabels;
import dev.netlog.network.LabelValues;
import dev.netlog.policy.NetworkPolicy;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the policies whose selector a pod could meet, without asking each of thousands.
final class PolicyIndex {
  /// Policies that ask for no single value of any label.
  private final BitSet general = new BitSet();

  /// Those that ask for nothing but the label they stand under.
  private final BitSet plain = new BitSet();

  /// The others, by one label they ask for and each value they take.
  private final Map<String, Map<String, BitSet>> byLabel = new HashMap<>();

  PolicyIndex(List<NetworkPolicy> policies) {
    for (int i = 0; i < policies.size(); i++) {
      add(i, policies.get(i).selector().constraints());
    }
  }

  private void add(int policy, Map<String, LabelValues> constraints) {
    for (Map.Entry<String, LabelValues> constraint : constraints.entrySet()) {
      Set<String> values = constraint.getValue().finiteValues();
      if (values != null) {
        Map<String, BitSet> byValue =
            byLabel.computeIfAbsent(constraint.getKey(), _ -> new HashMap<>());
        plain.set(policy, constraints.size() == 1);
        values.forEach(value -> byValue.computeIfAbsent(value, _ -> new BitSet()).set(policy));
        return;
      }
    }
    general.set(policy);
  }

  /// A set that holds every policy which may select pods of these labels.
  BitSet candidates(KnownLabels labels) {
    BitSet candidates = (BitSet) general.clone();
    labels
        .known()
        .forEach(
            (key, value) -> {
              BitSet policies = byLabel.getOrDefault(key, Map.of()).get(value);
              if (policies != null) {
                candidates.or(policies);
              }
            });
    for (Set<String> keys : List.of(labels.unknownValues(), labels.uncertain())) {
      for (String key : keys) {
        byLabel.getOrDefault(key, Map.of()).values().forEach(candidates::or);
      }
    }
    return candidates;
  }

  /// Those of the candidates that surely select pods of these labels: nothing else is to be asked.
  BitSet settled(KnownLabels labels) {
    BitSet settled = new BitSet();
    labels
        .known()
        .forEach(
            (key, value) -> {
              BitSet policies = byLabel.getOrDefault(key, Map.of()).get(value);
              if (policies != null) {
                settled.or(policies);
              }
            });
    settled.and(plain);
    return settled;
  }
}
