package dev.netlog.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Tells points of a base that a report pairs with covered points of its head: a renamed policy or
/// workload, or the virtual subject of a policy that selects no workload any more.
///
/// @param renamed what is renamed: `NetworkPolicy/shop/a -> NetworkPolicy/shop/b`
/// @param covered the keys of the head's covered points
record PairedPoints(Set<String> renamed, Set<String> covered) {
  static PairedPoints in(Map<?, ?> target, Set<String> covered) {
    Set<String> renamed = new TreeSet<>();
    if (target.get("diff") instanceof Map<?, ?> diff
        && diff.get("renamed") instanceof List<?> all) {
      all.forEach(each -> renamed.add(String.valueOf(each)));
    }
    return new PairedPoints(renamed, covered);
  }

  boolean has(String key) {
    List<String> parts = List.of(key.split("\\|", -1));
    boolean isRenamed =
        renamed.stream()
            .anyMatch(
                each ->
                    each.startsWith(parts.getFirst() + " -> ")
                        || each.startsWith(parts.getLast() + " -> "));
    return isRenamed
        || covered.stream()
            .anyMatch(
                other ->
                    other.contains("/Virtual/")
                        && namespace(other).equals(namespace(key))
                        && rest(other).equals(rest(key)));
  }

  private static String namespace(String key) {
    return key.substring(0, key.indexOf('/'));
  }

  private static String rest(String key) {
    return key.substring(key.indexOf('|'));
  }
}
