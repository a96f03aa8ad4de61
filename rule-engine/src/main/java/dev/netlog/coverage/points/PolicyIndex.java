package dev.netlog.coverage.points;

import dev.netlog.network.KnownLabels;
import dev.netlog.network.LabelValues;
import dev.netlog.policy.NetworkPolicy;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the policies that may select a pod, without checking each of thousands.
final class PolicyIndex {
  /// Policies that require no single value of any label.
  private final BitSet general = new BitSet();

  /// Policies that require only the label under which they are indexed.
  private final BitSet plain = new BitSet();

  /// The other policies, by one required label and each of its allowed values.
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

  /// A set with every policy that may select pods with these labels.
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

  /// The candidates that certainly select pods with these labels: they need no further check.
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
