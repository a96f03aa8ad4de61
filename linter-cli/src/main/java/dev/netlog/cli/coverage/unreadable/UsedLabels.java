package dev.netlog.cli.coverage.unreadable;

import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Collects the label keys that selectors use.
final class UsedLabels {
  private UsedLabels() {}

  /// The keys in all selectors of some objects.
  static Set<String> of(List<List<Resource>> objects) {
    Set<String> keys = new HashSet<>();
    for (List<Resource> some : objects) {
      some.forEach(object -> collect(object.content(), keys));
    }
    return keys;
  }

  private static void collect(Value value, Set<String> keys) {
    switch (value) {
      case Value.Mapping(Map<String, Value> members) ->
          members.forEach(
              (name, member) -> {
                if (member instanceof Value.Mapping(Map<String, Value> labels)
                    && (name.equals("matchLabels") || name.endsWith("elector"))) {
                  keys.addAll(labels.keySet());
                } else if (name.equals("key") && member instanceof Value.Text(String key)) {
                  keys.add(key);
                }
                collect(member, keys);
              });
      case Value.Sequence(List<Value> items) -> items.forEach(item -> collect(item, keys));
      case Value.Text _, Value.Null _, Value.Bool _, Value.Numeral _ -> {}
    }
  }
}
