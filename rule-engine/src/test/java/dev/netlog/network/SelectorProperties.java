package dev.netlog.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/// Selectors against the evaluation of each requirement as the API reference states it.
class SelectorProperties {
  private static final List<String> KEYS = List.of("a", "b", "c");
  private static final List<String> VALUES = List.of("", "x", "y");

  /// A value that no selector names stands for all of them.
  private static final String FRESH = "another";

  /// One line of a selector.
  record Requirement(String key, String operator, Set<String> values) {
    boolean holds(@Nullable String value) {
      return switch (operator) {
        case "In" -> value != null && values.contains(value);
        case "NotIn" -> value == null || !values.contains(value);
        case "Exists" -> value != null;
        default -> value == null;
      };
    }
  }

  @Provide
  Arbitrary<List<Requirement>> requirements() {
    return Arbitraries.randomValue(
        random -> {
          List<Requirement> all = new ArrayList<>();
          for (int i = random.nextInt(5); i > 0; i--) {
            all.add(requirement(random));
          }
          return all;
        });
  }

  private static Requirement requirement(Random random) {
    String key = KEYS.get(random.nextInt(KEYS.size()));
    String operator = List.of("In", "NotIn", "Exists", "DoesNotExist").get(random.nextInt(4));
    Set<String> values = new HashSet<>();
    if (operator.endsWith("In")) {
      for (int i = random.nextInt(3); i >= 0; i--) {
        values.add(VALUES.get(random.nextInt(VALUES.size())));
      }
    }
    return new Requirement(key, operator, values);
  }

  /// Written as an expression, or as a label where that is possible and chance wants it.
  private static Selector selector(List<Requirement> requirements, Random random) {
    Map<String, Value> labels = new HashMap<>();
    List<Value> expressions = new ArrayList<>();
    for (Requirement each : requirements) {
      String[] values = each.values().toArray(new String[0]);
      boolean asLabel =
          each.operator().equals("In")
              && values.length == 1
              && random.nextBoolean()
              && !labels.containsKey(each.key());
      if (asLabel) {
        labels.put(each.key(), new Value.Text(values[0]));
      } else {
        expressions.add(Written.expression(each.key(), each.operator(), values));
      }
    }
    Value value =
        new Value.Mapping(
            Map.of(
                "matchLabels", new Value.Mapping(labels),
                "matchExpressions", new Value.Sequence(expressions)));
    return ((Selector.Ok) Selector.parse(value, JsonPointer.ROOT)).selector();
  }

  private static boolean holds(List<Requirement> requirements, Map<String, String> labels) {
    return requirements.stream().allMatch(each -> each.holds(labels.get(each.key())));
  }

  /// All that objects may carry of which this much is known.
  private static List<Map<String, String>> possible(KnownLabels labels) {
    List<Map<String, String>> all = new ArrayList<>();
    all.add(labels.known());
    for (String key : KEYS) {
      if (labels.known().containsKey(key)) {
        continue;
      }
      boolean there = labels.unknownValues().contains(key);
      if (!there && !labels.othersUnknown()) {
        continue;
      }
      List<Map<String, String>> more = new ArrayList<>(there ? List.of() : all);
      for (Map<String, String> each : all) {
        for (String value : List.of("", "x", "y", FRESH)) {
          Map<String, String> longer = new HashMap<>(each);
          longer.put(key, value);
          more.add(longer);
        }
      }
      all = more;
    }
    return all;
  }

  private static KnownLabels labels(Random random) {
    Map<String, String> known = new HashMap<>();
    Set<String> unknown = new HashSet<>();
    for (String key : KEYS) {
      switch (random.nextInt(3)) {
        case 0 -> known.put(key, List.of("", "x", "y", FRESH).get(random.nextInt(4)));
        case 1 -> {
          if (random.nextInt(3) == 0) {
            unknown.add(key);
          }
        }
        default -> {}
      }
    }
    return new KnownLabels(known, unknown, random.nextInt(4) == 0);
  }

  @Property(tries = 10_000)
  void aSelectorMatchesWhatAllItsRequirementsMatch(
      @ForAll("requirements") List<Requirement> requirements, @ForAll Random random) {
    Selector selector = selector(requirements, random);
    KnownLabels labels = labels(random);
    List<Map<String, String>> possible = possible(labels);
    long matched = possible.stream().filter(each -> holds(requirements, each)).count();
    Truth expected =
        matched == 0 ? Truth.FALSE : matched == possible.size() ? Truth.TRUE : Truth.UNKNOWN;
    assertThat(selector.matches(labels)).isEqualTo(expected);
  }

  @Property(tries = 5000)
  void theSmallestLabelsSatisfyItAndFewerDoNot(
      @ForAll("requirements") List<Requirement> requirements, @ForAll Random random) {
    Selector selector = selector(requirements, random);
    List<Map<String, String>> matched = new ArrayList<>();
    for (Map<String, String> each : possible(new KnownLabels(Map.of(), Set.of(), true))) {
      if (holds(requirements, each)) {
        matched.add(each);
      }
    }
    Map<String, String> smallest = selector.smallestLabels();
    if (smallest == null) {
      assertThat(matched).isEmpty();
      return;
    }
    assertThat(holds(requirements, smallest)).isTrue();
    assertThat(selector.matches(KnownLabels.of(smallest))).isEqualTo(Truth.TRUE);
    assertThat(smallest).hasSize(matched.stream().mapToInt(Map::size).min().orElseThrow());
  }

  @Property(tries = 10_000)
  void aSelectorImpliesAnotherThatMatchesWhateverItMatches(
      @ForAll("requirements") List<Requirement> some,
      @ForAll("requirements") List<Requirement> others,
      @ForAll Random random) {
    boolean expected =
        possible(new KnownLabels(Map.of(), Set.of(), true)).stream()
            .filter(each -> holds(some, each))
            .allMatch(each -> holds(others, each));
    assertThat(selector(some, random).implies(selector(others, random))).isEqualTo(expected);
  }
}
