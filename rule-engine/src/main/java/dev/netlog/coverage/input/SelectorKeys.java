package dev.netlog.coverage.input;

import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Collects the label keys that the selectors of some policies use.
final class SelectorKeys {
  private final Set<String> keys = new HashSet<>();

  private SelectorKeys() {}

  /// The keys of every `matchLabels` and `matchExpressions` in the specs of some objects.
  static Set<String> of(Iterable<Resource> policies) {
    SelectorKeys found = new SelectorKeys();
    for (Resource policy : policies) {
      Value spec = policy.content().get("spec");
      if (spec != null) {
        found.value(spec);
      }
    }
    return found.keys;
  }

  private void value(Value value) {
    switch (value) {
      case Value.Mapping(Map<String, Value> members) ->
          members.forEach(
              (name, member) -> {
                switch (name) {
                  case "matchLabels" -> labels(member);
                  case "matchExpressions" -> expressions(member);
                  default -> value(member);
                }
              });
      case Value.Sequence(List<Value> items) -> items.forEach(this::value);
      default -> {}
    }
  }

  private void labels(Value labels) {
    if (labels instanceof Value.Mapping(Map<String, Value> members)) {
      keys.addAll(members.keySet());
    }
  }

  private void expressions(Value expressions) {
    if (expressions instanceof Value.Sequence(List<Value> items)) {
      for (Value item : items) {
        if (item instanceof Value.Mapping term
            && term.get("key") instanceof Value.Text(String key)) {
          keys.add(key);
        }
      }
    }
  }
}
