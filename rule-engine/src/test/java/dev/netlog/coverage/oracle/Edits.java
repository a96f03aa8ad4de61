package dev.netlog.coverage.oracle;

import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Changes of worlds.
public final class Edits {
  private Edits() {}

  /// An object with a value in place of what stands at the end of a way; null takes it away.
  public static Value.Mapping with(Value.Mapping object, @Nullable Value value, List<String> way) {
    Map<String, Value> members = new LinkedHashMap<>(object.members());
    String name = way.getFirst();
    if (way.size() > 1) {
      Value.Mapping inner =
          members.get(name) instanceof Value.Mapping mapping ? mapping : Value.Mapping.EMPTY;
      members.put(name, with(inner, value, way.subList(1, way.size())));
    } else if (value == null) {
      members.remove(name);
    } else {
      members.put(name, value);
    }
    return new Value.Mapping(members);
  }

  /// The world with another object in the place of one.
  public static World replaced(World world, int index, Value.Mapping object) {
    List<Value.Mapping> objects = new ArrayList<>(world.objects());
    objects.set(index, object);
    return world.with(objects);
  }

  /// The world without an object.
  public static World without(World world, int index) {
    List<Value.Mapping> objects = new ArrayList<>(world.objects());
    objects.remove(index);
    return world.with(objects);
  }

  /// The world without the objects of a kind.
  public static World withoutKind(World world, String kind) {
    return world.with(world.objects().stream().filter(each -> !kind(each).equals(kind)).toList());
  }

  /// The world where it is not known which logging values count.
  public static World withoutSettings(World world) {
    Map<String, String> assumed = new LinkedHashMap<>(world.assumptions());
    assumed.remove("networkLogging");
    assumed.remove("input");
    return new World(world.platform(), withoutKind(world, "NetworkLogging").objects(), assumed);
  }

  /// The world with one more object.
  public static World and(World world, Value.Mapping object) {
    List<Value.Mapping> objects = new ArrayList<>(world.objects());
    objects.add(object);
    return world.with(objects);
  }

  /// The world with its documents, and the rules, peers and ports of its NetworkPolicies, in
  /// another order.
  public static World shuffled(World world, long seed) {
    Random random = new Random(seed);
    List<Value.Mapping> objects = new ArrayList<>();
    for (Value.Mapping object : world.objects()) {
      boolean policy = kind(object).equals("NetworkPolicy");
      objects.add(policy ? (Value.Mapping) shuffled(object, random) : object);
    }
    Collections.shuffle(objects, random);
    return world.with(objects);
  }

  private static Value shuffled(Value value, Random random) {
    return switch (value) {
      case Value.Sequence(List<Value> items) -> {
        List<Value> shuffled = new ArrayList<>();
        items.forEach(item -> shuffled.add(shuffled(item, random)));
        Collections.shuffle(shuffled, random);
        yield new Value.Sequence(shuffled);
      }
      case Value.Mapping(Map<String, Value> members) -> {
        Map<String, Value> shuffled = new LinkedHashMap<>();
        members.forEach((name, member) -> shuffled.put(name, shuffled(member, random)));
        yield new Value.Mapping(shuffled);
      }
      default -> value;
    };
  }

  /// A few changes as people make them, with parts of another world of the same platform.
  public static World changed(World world, World other, Dice dice) {
    World changed = world;
    for (int i = 1 + dice.below(3); i > 0 && !changed.objects().isEmpty(); i--) {
      changed = changedOnce(changed, other, dice);
    }
    return changed;
  }

  private static Value.Mapping bare(Value.Mapping object) {
    return with(object, null, List.of("metadata", "annotations"));
  }

  private static World changedOnce(World world, World other, Dice dice) {
    int index = dice.below(world.objects().size());
    Value.Mapping object = world.objects().get(index);
    List<Value.Mapping> alike =
        other.objects().stream().filter(each -> kind(each).equals(kind(object))).toList();
    return switch (dice.below(13)) {
      case 0, 1 -> without(world, index);
      case 2 -> {
        boolean all = dice.percent(50);
        yield world.with(
            world.objects().stream()
                .map(
                    each ->
                        each.equals(object) || (all && kind(each).equals(kind(object)))
                            ? bare(each)
                            : each)
                .toList());
      }
      case 3 ->
          alike.isEmpty() ? world : replaced(world, index, copied(object, dice.one(alike), "spec"));
      case 4, 5 ->
          alike.isEmpty()
              ? world
              : replaced(world, index, copied(object, dice.one(alike), "metadata", "annotations"));
      case 6 ->
          alike.isEmpty()
              ? world
              : replaced(world, index, copied(object, dice.one(alike), "metadata", "labels"));
      case 7 -> moved(world, dice);
      case 8 ->
          alike.isEmpty()
              ? world
              : replaced(
                  world, index, copied(object, dice.one(alike), "spec", selector(object, dice)));
      case 9, 10 -> {
        Value.Mapping rewritten = Rewrites.of(object, dice);
        World others = without(world, index);
        yield identities(others).contains(identity(rewritten))
            ? world
            : replaced(world, index, rewritten);
      }
      case 11 -> {
        Value.Mapping wide = Rewrites.wide(object, dice);
        yield identities(world).contains(identity(wide)) ? world : and(world, wide);
      }
      default -> {
        Set<String> present = identities(world);
        List<Value.Mapping> fresh =
            other.objects().stream().filter(each -> !present.contains(identity(each))).toList();
        yield fresh.isEmpty() ? world : and(world, dice.one(fresh));
      }
    };
  }

  /// One workload under another name, elsewhere, or of other labels, or all of it.
  private static World moved(World world, Dice dice) {
    List<Integer> workloads = new ArrayList<>();
    for (int i = 0; i < world.objects().size(); i++) {
      if (OracleSubjects.template(new Tree(world.objects().get(i))) != null) {
        workloads.add(i);
      }
    }
    if (workloads.isEmpty()) {
      return world;
    }
    int index = dice.one(workloads);
    Value.Mapping moved = world.objects().get(index);
    if (dice.percent(70)) {
      moved = with(moved, new Value.Text("new"), List.of("metadata", "name"));
    }
    if (dice.percent(40)) {
      moved = with(moved, new Value.Text("default"), List.of("metadata", "namespace"));
    }
    // What siblings share depends on the labels of all of them.
    boolean owned = new Tree(moved).at("metadata", "ownerReferences").exists();
    if (!owned && dice.percent(40)) {
      List<String> labels =
          kind(moved).equals("Pod")
              ? List.of("metadata", "labels")
              : List.of("spec", "template", "metadata", "labels");
      moved = with(moved, Value.Mapping.EMPTY, labels);
    }
    return identities(without(world, index)).contains(identity(moved))
        ? world
        : replaced(world, index, moved);
  }

  private static Set<String> identities(World world) {
    Set<String> identities = new TreeSet<>();
    world.objects().forEach(each -> identities.add(identity(each)));
    return identities;
  }

  private static String selector(Value.Mapping object, Dice dice) {
    return kind(object).equals("NetworkPolicy")
        ? dice.one("podSelector", "podSelector", "policyTypes")
        : "subject";
  }

  private static Value.Mapping copied(Value.Mapping to, Value.Mapping from, String... way) {
    return with(to, new Tree(from).at(way).value(), List.of(way));
  }

  private static String identity(Value.Mapping object) {
    Tree metadata = new Tree(object).get("metadata");
    return kind(object)
        + "/"
        + metadata.get("namespace").text("default")
        + "/"
        + metadata.get("name").text("");
  }

  /// The kind of an object.
  public static String kind(Value.Mapping object) {
    return new Tree(object).get("kind").text("");
  }
}
