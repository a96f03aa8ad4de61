package dev.netlog.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class SettingsProperties {
  private static final Value FULL =
      Given.value(
          """
          {platform: 'gke', 'fail-on': 'info', baseline: 'b',
           targets: [{name: 'a', platform: 'ovn', paths: ['x'], complete: true,
             assume: {networkLogging: 'all', namespaces: 'unknown', input: 'complete'}}],
           rules: {'yaml-invalid': 'info'},
           ignore: [{rule: 'r', path: 'p', reason: 'r', until: '2027-01-31'}],
           suppressions: {allow: true, 'require-reason': true, 'require-until': true},
           coverage: {project: {threshold: 1}, patch: 1, regressions: 1, governance: true,
             minimum: {verdict: 1, allow: 1, deny: 1, ingress: 1, egress: 1, policy: 1, workload: 1,
               namespace: 1},
             'minimum-per-namespace': 1, unknown: 'fail', informational: true},
           inject: {ovn: {allow: 'info', deny: 'info', pass: 'info'},
             gke: {policies: true, namespaces: true}, namespaceSelector: {}}}
          """);

  private static final List<JsonPointer> KEYS = keys(FULL, JsonPointer.ROOT);

  @Property(tries = 1500)
  void aKeyWithOneWrongLetterIsRefusedThereWithASuggestion(
      @ForAll("places") JsonPointer place, @ForAll("mutations") Mutation mutation) {
    String wrong = mutation.of(place.last());
    Value file = renamed(FULL, place.tokens(), wrong);
    if (file.equals(FULL) || FULL.at(place.parent().child(wrong)) != null) {
      return;
    }
    JsonPointer there = place.parent().child(wrong);
    assertThat(Given.problems(file))
        .as(there.toString())
        .filteredOn(problem -> problem.startsWith(there + " KEY "))
        .singleElement()
        .asString()
        .contains("is unknown", "did you mean \"");
  }

  @Property(tries = 1500)
  void whateverStandsInAPlaceIsReadOrRefusedAtThatPlaceInOurOwnWords(
      @ForAll("places") JsonPointer place, @ForAll("values") Value value) {
    Value file = replaced(FULL, place.tokens(), value);
    // A name that is taken or a contradiction is told at the other place.
    String member = "/" + place.tokens().getFirst();
    for (String problem : Given.problems(file)) {
      assertThat(problem)
          .startsWith(member)
          .doesNotContain("$", "schema does not allow", "must ", "\n")
          .matches("\\S+ (KEY|VALUE) .*[^.]");
    }
  }

  @Property(tries = 500)
  void whatIsNoSettingsFileAtAllIsRefusedWithoutBreaking(@ForAll("values") Value value) {
    SettingsReading reading = Given.reading(value);
    boolean nothing = value instanceof Value.Null || value.equals(Value.Mapping.EMPTY);
    assertThat(reading instanceof SettingsReading.Usable).isEqualTo(nothing);
  }

  @Property(tries = 300)
  void percentagesAreExact(@ForAll("percentages") String percentage) {
    Value coverage = new Value.Mapping(Map.of("patch", new Value.Numeral(percentage)));
    Settings settings = Given.settings(new Value.Mapping(Map.of("coverage", coverage)));
    assertThat(settings.coverage().patch()).isEqualTo(new BigDecimal(percentage));
  }

  @Provide
  Arbitrary<String> percentages() {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.ZERO, BigDecimal.valueOf(100))
        .ofScale(9)
        .map(BigDecimal::toPlainString);
  }

  @Provide
  Arbitrary<JsonPointer> places() {
    assertThat(KEYS).hasSizeGreaterThan(45);
    return Arbitraries.of(KEYS);
  }

  /// One letter left out, doubled, swapped with the next, replaced or in the other case.
  record Mutation(int kind, int index, char letter) {
    String of(String key) {
      int at = index % key.length();
      String head = key.substring(0, at);
      String tail = key.substring(at + 1);
      return switch (kind) {
        case 0 -> head + tail;
        case 1 -> head + key.charAt(at) + key.charAt(at) + tail;
        case 2 ->
            tail.isEmpty()
                ? key + letter
                : head + tail.charAt(0) + key.charAt(at) + tail.substring(1);
        case 3 -> head + letter + tail;
        default -> head + Character.toUpperCase(key.charAt(at)) + tail;
      };
    }
  }

  @Provide
  Arbitrary<Mutation> mutations() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 4),
            Arbitraries.integers().between(0, 30),
            Arbitraries.chars().range('a', 'z').with('_', ' ', '/', '~', 'é'))
        .as(Mutation::new);
  }

  @Provide
  Arbitrary<Value> values() {
    Arbitrary<Value> leaves =
        Arbitraries.oneOf(
            Arbitraries.just(Value.Null.NULL),
            Arbitraries.of(true, false).map(Value.Bool::new),
            Arbitraries.of("-1", "0", "1", "7.5", "101", "1e+30").map(Value.Numeral::new),
            Arbitraries.of("", "gke", "off", "error", "fail", "a/../b", "é\n\u0000")
                .map(Value.Text::new));
    return Arbitraries.lazyOf(
        () -> leaves,
        () -> leaves,
        () -> leaves.list().ofMaxSize(3).map(Value.Sequence::new),
        () ->
            Arbitraries.maps(Arbitraries.of("a", "name", "", "a/b"), leaves)
                .ofMaxSize(3)
                .map(Value.Mapping::new));
  }

  private static List<JsonPointer> keys(Value value, JsonPointer at) {
    List<JsonPointer> keys = new ArrayList<>();
    if (value instanceof Value.Mapping(Map<String, Value> members)) {
      members.forEach(
          (name, member) -> {
            keys.add(at.child(name));
            keys.addAll(keys(member, at.child(name)));
          });
    } else if (value instanceof Value.Sequence(List<Value> items)) {
      for (int i = 0; i < items.size(); i++) {
        keys.addAll(keys(items.get(i), at.child(i)));
      }
    }
    return keys;
  }

  private static Value renamed(Value value, List<String> tokens, String name) {
    Map<String, Value> members = new LinkedHashMap<>();
    if (value instanceof Value.Sequence(List<Value> items)) {
      return new Value.Sequence(List.of(renamed(items.getFirst(), rest(tokens), name)));
    }
    value
        .mappingAt(JsonPointer.ROOT)
        .members()
        .forEach(
            (key, member) -> {
              boolean here = key.equals(tokens.getFirst());
              if (here && tokens.size() == 1) {
                members.put(name, member);
              } else {
                members.put(key, here ? renamed(member, rest(tokens), name) : member);
              }
            });
    return new Value.Mapping(members);
  }

  private static Value replaced(Value value, List<String> tokens, Value other) {
    if (tokens.isEmpty()) {
      return other;
    }
    if (value instanceof Value.Sequence(List<Value> items)) {
      return new Value.Sequence(List.of(replaced(items.getFirst(), rest(tokens), other)));
    }
    Map<String, Value> members = new LinkedHashMap<>(value.mappingAt(JsonPointer.ROOT).members());
    members.computeIfPresent(
        tokens.getFirst(), (_, member) -> replaced(member, rest(tokens), other));
    return new Value.Mapping(members);
  }

  private static List<String> rest(List<String> tokens) {
    return tokens.subList(1, tokens.size());
  }
}
