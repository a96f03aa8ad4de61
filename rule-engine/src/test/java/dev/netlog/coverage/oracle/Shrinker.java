package dev.netlog.coverage.oracle;

import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Takes away from a world whatever it can do without and still fail.
public final class Shrinker {
  /// What an object cannot do without.
  private static final Set<String> NEEDED =
      Set.of(
          "apiVersion",
          "kind",
          "metadata",
          "name",
          "namespace",
          "key",
          "operator",
          "uid",
          "cidr",
          "port",
          "start",
          "end");

  private final Predicate<World> fails;
  private World world;

  private Shrinker(World world, Predicate<World> fails) {
    this.world = world;
    this.fails = fails;
  }

  /// A smaller world that fails too.
  public static World shrunk(World world, Predicate<World> fails) {
    Shrinker shrinker = new Shrinker(world, fails);
    while (shrinker.step()) {
      // Once more: what is smaller may be made smaller still.
    }
    return shrinker.world;
  }

  private boolean step() {
    for (int i = 0; i < world.objects().size(); i++) {
      List<Value.Mapping> fewer = new ArrayList<>(world.objects());
      Value.Mapping object = fewer.remove(i);
      if (accepts(world.with(fewer))) {
        return true;
      }
      for (Value smaller : smaller(object)) {
        List<Value.Mapping> changed = new ArrayList<>(world.objects());
        changed.set(i, (Value.Mapping) smaller);
        if (accepts(world.with(changed))) {
          return true;
        }
      }
    }
    for (String name : world.assumptions().keySet()) {
      Map<String, String> fewer = new LinkedHashMap<>(world.assumptions());
      fewer.remove(name);
      if (accepts(new World(world.platform(), world.objects(), fewer))) {
        return true;
      }
    }
    return false;
  }

  private boolean accepts(World candidate) {
    boolean fails = false;
    try {
      fails = this.fails.test(candidate);
    } catch (RuntimeException _) {
      // Not a world any more.
    }
    if (fails) {
      world = candidate;
    }
    return fails;
  }

  private static List<Value> smaller(Value value) {
    List<Value> smaller = new ArrayList<>();
    if (value instanceof Value.Mapping(Map<String, Value> members)) {
      for (Map.Entry<String, Value> each : members.entrySet()) {
        if (!NEEDED.contains(each.getKey())) {
          smaller.add(new Value.Mapping(with(members, each.getKey(), null)));
        }
        for (Value inner : smaller(each.getValue())) {
          smaller.add(new Value.Mapping(with(members, each.getKey(), inner)));
        }
      }
    } else if (value instanceof Value.Sequence(List<Value> items)) {
      for (int i = 0; i < items.size(); i++) {
        List<Value> fewer = new ArrayList<>(items);
        fewer.remove(i);
        smaller.add(new Value.Sequence(fewer));
        for (Value inner : smaller(items.get(i))) {
          List<Value> changed = new ArrayList<>(items);
          changed.set(i, inner);
          smaller.add(new Value.Sequence(changed));
        }
      }
    }
    return smaller;
  }

  private static Map<String, Value> with(
      Map<String, Value> members, String name, @Nullable Value value) {
    Map<String, Value> changed = new LinkedHashMap<>(members);
    if (value == null) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    return changed;
  }
}
