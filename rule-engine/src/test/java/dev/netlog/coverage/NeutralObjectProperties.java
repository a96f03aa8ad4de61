package dev.netlog.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.coverage.oracle.Dice;
import dev.netlog.coverage.oracle.Edits;
import dev.netlog.coverage.oracle.NeutralMaker;
import dev.netlog.coverage.oracle.Oracle;
import dev.netlog.coverage.oracle.World;
import dev.netlog.coverage.oracle.WorldMaker;
import dev.netlog.model.Value;
import dev.netlog.platform.LoggingState;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/// Objects that decide nothing change nothing of what others decide: policies that are stored and
/// not programmed, policies of another network, and objects that are not stored.
final class NeutralObjectProperties {
  private static final int TRIES = 300;

  /// A world, and an object that is added to it.
  record Addition(World world, Value.Mapping object) {}

  @Provide
  Arbitrary<Addition> unprogrammed() {
    return Arbitraries.longs()
        .map(
            seed -> {
              Value.Mapping object = NeutralMaker.unprogrammed(new Dice(~seed));
              World world = WorldMaker.world(seed, "ovn");
              // Of these two there is one, by the name that it must have.
              return new Addition(
                  Edits.kind(object).equals("AdminNetworkPolicy")
                      ? world
                      : Edits.withoutKind(world, Edits.kind(object)),
                  object);
            });
  }

  @Provide
  Arbitrary<Addition> ofOtherNetworks() {
    return Arbitraries.longs()
        .map(
            seed -> {
              World world = WorldMaker.world(seed);
              return new Addition(
                  world, NeutralMaker.ofOtherNetwork(world.platform(), new Dice(~seed)));
            });
  }

  @Provide
  Arbitrary<Addition> refused() {
    return Arbitraries.longs()
        .map(
            seed -> {
              World world = WorldMaker.world(seed);
              return new Addition(world, NeutralMaker.refused(new Dice(~seed)));
            });
  }

  @Property(tries = TRIES)
  void byTheOracleAPolicyThatIsNotProgrammedHidesNothing(
      @ForAll("unprogrammed") Addition addition) {
    assertHidesNothing(addition, NeutralObjectProperties::ofOracle);
  }

  @Property(tries = TRIES)
  void byTheOracleAPolicyOfAnotherNetworkChangesNothing(
      @ForAll("ofOtherNetworks") Addition addition) {
    assertChangesNothing(addition, 1, NeutralObjectProperties::ofOracle);
  }

  @Property(tries = TRIES)
  void byTheOracleAnObjectThatIsNotStoredChangesNothing(@ForAll("refused") Addition addition) {
    assertChangesNothing(addition, 0, NeutralObjectProperties::ofOracle);
  }

  @Property(tries = TRIES)
  void byTheEngineAPolicyThatIsNotProgrammedHidesNothing(
      @ForAll("unprogrammed") Addition addition) {
    assertHidesNothing(addition, NeutralObjectProperties::ofEngine);
  }

  @Property(tries = TRIES)
  void byTheEngineAPolicyOfAnotherNetworkChangesNothing(
      @ForAll("ofOtherNetworks") Addition addition) {
    assertChangesNothing(addition, 1, NeutralObjectProperties::ofEngine);
  }

  @Property(tries = TRIES)
  void byTheEngineAnObjectThatIsNotStoredChangesNothing(@ForAll("refused") Addition addition) {
    assertChangesNothing(addition, 0, NeutralObjectProperties::ofEngine);
  }

  /// All but the object's own points, and those on virtual subjects that it has or names.
  static void assertHidesNothing(Addition addition, Function<World, Map<String, String>> statesOf) {
    // A rule that names an IPv6 block brings IPv6 peers to all, whoever enforces it.
    Assume.that(
        EngineLines.target(addition.world()).namesIpv6()
            == EngineLines.target(Edits.and(addition.world(), addition.object())).namesIpv6());
    Map<String, String> before = statesOf.apply(addition.world());
    Map<String, String> after = statesOf.apply(Edits.and(addition.world(), addition.object()));
    String own = NeutralMaker.reason(addition.object());
    // Which policies count on a virtual subject depends on all that it is assumed for.
    Map<String, String> others = withoutAdminSubjects(after);
    others.keySet().removeIf(key -> key.contains(own) || key.contains("/Virtual/"));
    Map<String, String> old = withoutAdminSubjects(before);
    old.keySet().removeIf(key -> key.contains("/Virtual/"));
    assertThat(others).isEqualTo(old);
    assertThat(after)
        .allSatisfy(
            (key, state) -> {
              if (key.contains(own)) {
                assertThat(state).as(key).startsWith("missed ");
              } else if (before.containsKey(key) && !key.contains("/Virtual/")) {
                assertThat(state).as(key).isEqualTo(before.get(key));
              }
            });
    boolean seen = after.keySet().stream().anyMatch(key -> key.contains(own));
    Statistics.label("has points").collect(seen);
    Statistics.label("has points").coverage(all -> all.check(true).percentage(share -> share > 30));
  }

  private static Map<String, String> withoutAdminSubjects(Map<String, String> states) {
    Map<String, String> others = new TreeMap<>(states);
    others.keySet().removeIf(key -> key.matches("[^|]*/Virtual/(Baseline)?AdminNetworkPolicy-.*"));
    return others;
  }

  /// All but so many points of the object itself.
  static void assertChangesNothing(
      Addition addition, int own, Function<World, Map<String, String>> statesOf) {
    Map<String, String> before = statesOf.apply(addition.world());
    Map<String, String> after =
        new TreeMap<>(statesOf.apply(Edits.and(addition.world(), addition.object())));
    assertThat(after).hasSize(before.size() + own);
    after.keySet().removeIf(key -> key.endsWith("|any|" + NeutralMaker.reason(addition.object())));
    assertThat(after).isEqualTo(before);
  }

  private static Map<String, String> ofOracle(World world) {
    Map<String, String> states = new TreeMap<>();
    Oracle.of(world)
        .points()
        .forEach(
            point ->
                states.put(
                    point.key(), point.judgement().state() + " " + point.judgement().cause()));
    return states;
  }

  private static Map<String, String> ofEngine(World world) {
    Map<String, String> states = new TreeMap<>();
    PointStates.of(world).forEach((key, state) -> states.put(key, word(state)));
    return states;
  }

  private static String word(LoggingState state) {
    String word =
        switch (state) {
          case LoggingState.Logged _ -> "covered ";
          case LoggingState.NotLogged _ -> "missed ";
          case LoggingState.Unknown _ -> "unknown ";
        };
    return word + state.causeCode();
  }
}
