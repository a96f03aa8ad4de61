package dev.netlog.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.coverage.oracle.Edits;
import dev.netlog.coverage.oracle.Tree;
import dev.netlog.coverage.oracle.World;
import dev.netlog.coverage.oracle.WorldMaker;
import dev.netlog.model.Value;
import dev.netlog.platform.LoggingState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/// A namespace with many policies is worked out in another way than one with few; the points must
/// be the same.
final class LargeNamespaceProperties {
  private static final int MANY = 40;

  @Provide
  Arbitrary<World> worlds() {
    return Arbitraries.longs().map(seed -> WorldMaker.world(seed, "gke"));
  }

  @Property(tries = 600)
  void policiesThatSelectNobodyChangeNothing(@ForAll("worlds") World world) {
    List<Value.Mapping> objects = new ArrayList<>(world.objects());
    List<String> namespaces =
        world.objects().stream()
            .filter(object -> Edits.kind(object).equals("NetworkPolicy"))
            .map(object -> new Tree(object).at("metadata", "namespace").text("default"))
            .distinct()
            .toList();
    for (String namespace : namespaces) {
      for (int i = 0; i < MANY; i++) {
        objects.add(forNobody(namespace, i));
      }
    }
    Map<String, LoggingState> before = states(world);
    Statistics.label("has points of policies")
        .collect(before.keySet().stream().anyMatch(key -> key.contains("|NetworkPolicy/")));
    assertThat(states(world.with(objects))).isEqualTo(before);
  }

  /// The points of subjects that are there without such policies, each of which has one of its own.
  private static Map<String, LoggingState> states(World world) {
    Map<String, LoggingState> states = new TreeMap<>(PointStates.of(world));
    states.keySet().removeIf(key -> key.contains("forNobody") || key.contains("for-nobody"));
    return states;
  }

  private static Value.Mapping forNobody(String namespace, int number) {
    return (Value.Mapping)
        Tree.value(
            Tree.map(
                "apiVersion",
                "networking.k8s.io/v1",
                "kind",
                "NetworkPolicy",
                "metadata",
                Tree.map("name", "for-nobody-" + number, "namespace", namespace),
                "spec",
                Tree.map(
                    "podSelector", Tree.map("matchLabels", Tree.map("for", "nobody-" + number)),
                    "ingress",
                        List.of(
                            Tree.map(
                                "from",
                                List.of(
                                    Tree.map(
                                        "podSelector",
                                        Tree.map(
                                            "matchLabels", Tree.map("from", "x" + number)))))))));
  }
}
