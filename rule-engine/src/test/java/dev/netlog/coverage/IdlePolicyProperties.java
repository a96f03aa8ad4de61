package dev.netlog.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.coverage.oracle.Edits;
import dev.netlog.coverage.oracle.Tree;
import dev.netlog.coverage.oracle.World;
import dev.netlog.coverage.oracle.WorldMaker;
import dev.netlog.model.Value;
import dev.netlog.platform.LoggingState;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/// A policy that is not programmed, or one of another network, changes nothing for any other.
final class IdlePolicyProperties {
  private static final String NAME = "idle";

  /// A world and an object to add.
  record Addition(World world, Value.Mapping object) {}

  @Provide
  Arbitrary<Addition> idle() {
    return Arbitraries.longs()
        .filter(seed -> !of(seed, "AdminNetworkPolicy").isEmpty())
        .map(
            seed -> {
              Value.Mapping policy = named(of(seed, "AdminNetworkPolicy").getFirst());
              boolean late = (seed & 1) == 0;
              Value.Mapping idle =
                  late
                      ? Edits.with(policy, new Value.Numeral("150"), List.of("spec", "priority"))
                      : Edits.with(
                          policy,
                          new Value.Text("no"),
                          List.of("metadata", "annotations", "k8s.ovn.org/acl-logging"));
              return new Addition(WorldMaker.world(~seed, "ovn"), idle);
            });
  }

  @Provide
  Arbitrary<Addition> elsewhere() {
    return Arbitraries.longs()
        .filter(seed -> WorldMaker.world(seed, "gke").objects().stream().anyMatch(this::isPolicy))
        .map(
            seed -> {
              Value.Mapping policy =
                  WorldMaker.world(seed, "gke").objects().stream()
                      .filter(this::isPolicy)
                      .findFirst()
                      .orElseThrow();
              return new Addition(
                  WorldMaker.world(~seed, "gke"),
                  Edits.with(
                      named(policy),
                      new Value.Text("blue"),
                      List.of("metadata", "annotations", "networking.gke.io/network")));
            });
  }

  private boolean isPolicy(Value.Mapping object) {
    return Edits.kind(object).equals("NetworkPolicy");
  }

  private static List<Value.Mapping> of(long seed, String kind) {
    return WorldMaker.world(seed, "ovn").objects().stream()
        .filter(object -> Edits.kind(object).equals(kind))
        .toList();
  }

  private static Value.Mapping named(Value.Mapping policy) {
    Value.Mapping named = Edits.with(policy, new Value.Text(NAME), List.of("metadata", "name"));
    return (Value.Mapping) Tree.value(named);
  }

  @Property(tries = 400)
  void aPolicyThatIsNotProgrammedHidesNothing(@ForAll("idle") Addition addition) {
    check(addition, "AdminNetworkPolicy/idle#");
  }

  @Property(tries = 300)
  void aPolicyOfAnotherNetworkTouchesNothing(@ForAll("elsewhere") Addition addition) {
    check(addition, "/idle");
  }

  private static void check(Addition addition, String own) {
    World more = Edits.and(addition.world(), addition.object());
    // A rule that names an IPv6 block brings IPv6 peers to all, whoever enforces it.
    Assume.that(
        EngineLines.target(addition.world()).namesIpv6() == EngineLines.target(more).namesIpv6());
    Map<String, LoggingState> before = states(EngineLines.coverage(addition.world()));
    Map<String, LoggingState> after = states(EngineLines.coverage(more));
    Statistics.label("has a point").collect(after.keySet().stream().anyMatch(k -> k.contains(own)));
    Statistics.label("has a point").coverage(all -> all.check(true).percentage(p -> p > 20));
    Set<String> subjects = new HashSet<>();
    before.keySet().forEach(key -> subjects.add(subject(key)));
    // A policy that selects nothing has pods assumed, to which others apply too.
    after
        .keySet()
        .removeIf(
            key ->
                key.contains(own)
                    || (key.contains("/Virtual/") && !subjects.contains(subject(key))));
    // Which policies count on a virtual subject depends on all that it is assumed for.
    after.keySet().removeIf(key -> key.contains("/Virtual/"));
    before.keySet().removeIf(key -> key.contains("/Virtual/"));
    assertThat(after).isEqualTo(before);
  }

  private static String subject(String key) {
    return key.substring(0, key.indexOf('|'));
  }

  /// The states by key, with the likeness of a virtual subject in the place of its name.
  private static Map<String, LoggingState> states(Coverage coverage) {
    Map<String, LoggingState> states = new TreeMap<>();
    coverage.forEach(
        (subject, of, point) -> {
          String id =
              of != null && of.isVirtual() ? of.namespace() + "/Virtual/" + of.likeness() : subject;
          states.put(point.key(id.replace('|', '_')), point.state());
        });
    return states;
  }
}
