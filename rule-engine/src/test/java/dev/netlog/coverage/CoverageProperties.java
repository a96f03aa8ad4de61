package dev.netlog.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.coverage.compare.CoverageDiff;
import dev.netlog.coverage.compare.CoverageGates;
import dev.netlog.coverage.compare.GateResult;
import dev.netlog.coverage.compare.GateSettings;
import dev.netlog.coverage.input.TargetInput;
import dev.netlog.coverage.oracle.Edits;
import dev.netlog.coverage.oracle.Tree;
import dev.netlog.coverage.oracle.World;
import dev.netlog.coverage.oracle.WorldMaker;
import dev.netlog.coverage.points.CoverageEngine;
import dev.netlog.model.Value;
import dev.netlog.platform.LoggingState;
import dev.netlog.policy.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/// What must hold of coverage, whatever the world.
final class CoverageProperties {
  private static final int TRIES = 400;
  private static final String ACL = "{\"allow\":\"info\",\"deny\":\"info\",\"pass\":\"info\"}";

  @Provide
  Arbitrary<World> worlds() {
    return Arbitraries.longs().map(WorldMaker::world);
  }

  @Provide
  Arbitrary<World> ofGke() {
    return Arbitraries.longs().map(seed -> WorldMaker.world(seed, "gke"));
  }

  @Property(tries = TRIES)
  void aValidAnnotationNeverLowersAState(@ForAll("worlds") World world, @ForAll int pick) {
    List<Integer> readers = new ArrayList<>();
    for (int i = 0; i < world.objects().size(); i++) {
      if (key(world, i) != null) {
        readers.add(i);
      }
    }
    if (readers.isEmpty()) {
      return;
    }
    int index = readers.get(Math.floorMod(pick, readers.size()));
    String value = world.platform().equals("ovn") ? ACL : "true";
    Value.Mapping annotated =
        Edits.with(
            world.objects().get(index),
            new Value.Text(value),
            List.of("metadata", "annotations", key(world, index)));
    Map<String, LoggingState> before = PointStates.of(world);
    Map<String, LoggingState> after = PointStates.of(Edits.replaced(world, index, annotated));
    if (readsItself(world, index)) {
      // An admin policy whose annotation was broken was not programmed: it hid nothing, and passed
      // nothing on.
      before.keySet().retainAll(after.keySet());
      after.keySet().retainAll(before.keySet());
    } else {
      assertThat(after.keySet()).isEqualTo(before.keySet());
    }
    Statistics.label("raised").collect(!after.equals(before));
    Statistics.label("raised").coverage(seen -> seen.check(true).percentage(share -> share > 10));
    before.forEach(
        (key, state) ->
            assertThat(PointStates.rank(after, key))
                .as(key)
                .isGreaterThanOrEqualTo(PointStates.rank(state)));
  }

  private static boolean readsItself(World world, int index) {
    return Edits.kind(world.objects().get(index)).endsWith("AdminNetworkPolicy");
  }

  /// The annotation that a platform reads from an object, null where it reads none.
  private static @Nullable String key(World world, int index) {
    String kind = Edits.kind(world.objects().get(index));
    if (world.platform().equals("gke")) {
      return switch (kind) {
        case "NetworkPolicy" -> "policy.network.gke.io/enable-logging";
        case "Namespace" -> "policy.network.gke.io/enable-deny-logging";
        default -> null;
      };
    }
    return switch (kind) {
      case "Namespace", "AdminNetworkPolicy", "BaselineAdminNetworkPolicy" ->
          "k8s.ovn.org/acl-logging";
      default -> null;
    };
  }

  @Property(tries = TRIES)
  void orderChangesNothingButIndexesInRecords(@ForAll("worlds") World world, @ForAll long seed) {
    World shuffled = Edits.shuffled(world, seed);
    assertThat(withoutIndexes(shuffled)).isEqualTo(withoutIndexes(world));
  }

  private static List<String> withoutIndexes(World world) {
    return EngineLines.of(EngineLines.coverage(world)).stream()
        .map(line -> line.replaceAll("names: \\[[^]]*]", "names"))
        .toList();
  }

  @Property(tries = TRIES)
  void aNamespaceDependsOnItsOwnObjectsAndOnClusterScopedOnes(@ForAll("worlds") World world) {
    Coverage all = EngineLines.coverage(world);
    for (NamespaceCoverage namespace : all.namespaces()) {
      List<Value.Mapping> own =
          world.objects().stream()
              .filter(object -> isOf(object, namespace.name()) || isClusterScoped(object))
              .toList();
      // A rule of any namespace that names an IPv6 block brings IPv6 peers to all.
      boolean sameAddresses =
          all.target().namesIpv6() == EngineLines.target(world.with(own)).namesIpv6();
      if (namespace.name().equals(Subject.ANYWHERE) || !sameAddresses) {
        continue;
      }
      NamespaceCoverage alone = EngineLines.coverage(world.with(own)).namespace(namespace.name());
      assertThat(alone).isNotNull();
      if (alone != null) {
        // Where an admin policy selects no workload depends on all namespaces.
        assertThat(withoutVirtual(alone)).isEqualTo(withoutVirtual(namespace));
      }
    }
  }

  private static Map<String, LoggingState> withoutVirtual(NamespaceCoverage namespace) {
    Map<String, LoggingState> states = PointStates.of(namespace);
    states.keySet().removeIf(key -> key.matches("[^/]*/Virtual/[A-Za-z]*AdminNetworkPolicy-.*"));
    return states;
  }

  private static boolean isOf(Value.Mapping object, String namespace) {
    return new Tree(object).at("metadata", "namespace").text("default").equals(namespace);
  }

  private static boolean isClusterScoped(Value.Mapping object) {
    return Set.of(
            "Namespace",
            "NetworkLogging",
            "AdminNetworkPolicy",
            "BaselineAdminNetworkPolicy",
            "ClusterNetworkPolicy",
            "CiliumClusterwideNetworkPolicy")
        .contains(Edits.kind(object));
  }

  @Property(tries = TRIES)
  void logWithoutDelegateCoversEveryPointOfItsHalf(
      @ForAll("ofGke") World world, @ForAll boolean allow) {
    World all = Edits.and(without(world, "NetworkLogging"), logging(allow, !allow, false));
    PointStates.of(all)
        .forEach(
            (key, state) -> {
              if (key.contains(allow ? "|allow|" : "|deny|") && !isUnsettled(state)) {
                assertThat(state).as(key).isInstanceOf(LoggingState.Logged.class);
              }
            });
  }

  private static boolean isUnsettled(LoggingState state) {
    return Set.of(
            dev.netlog.platform.CommonCause.UNSUPPORTED_OS.code(),
            "generated-label",
            "named-port-unresolved")
        .contains(state.causeCode());
  }

  @Property(tries = TRIES)
  void replicasChangeNothing(@ForAll("worlds") World world, @ForAll int replicas) {
    List<Value.Mapping> scaled =
        world.objects().stream()
            .map(
                object ->
                    new Tree(object).at("spec", "replicas").exists()
                        ? Edits.with(object, Tree.value(replicas), List.of("spec", "replicas"))
                        : object)
            .toList();
    assertThat(EngineLines.of(EngineLines.coverage(world.with(scaled))))
        .isEqualTo(EngineLines.of(EngineLines.coverage(world)));
  }

  @Property(tries = TRIES)
  void nothingLiesBetweenAStateAndItself(@ForAll("worlds") World world) {
    Coverage base = EngineLines.coverage(world);
    Coverage head = EngineLines.coverage(world);
    CoverageDiff diff = CoverageDiff.between(base, head);
    assertThat(diff.isEmpty()).isTrue();
    assertThat(diff.kept().getOrDefault(Counter.VERDICT, Tally.NONE))
        .isEqualTo(base.tally(Counter.VERDICT));
    // Over nothing a gate fails where objects are refused.
    assertThat(new CoverageGates(GateSettings.STANDARD).check(base, head, diff))
        .filteredOn(gate -> !gate.actual().equals("n/a") || head.refused().isEmpty())
        .noneMatch(GateResult::fails);
  }

  @Property(tries = TRIES)
  void aBarePolicyUnderDelegationLowersNoAllowPoint(
      @ForAll("ofGke") World world, @ForAll("ofGke") World other) {
    World delegated = Edits.and(without(world, "NetworkLogging"), logging(true, true, true));
    Map<String, LoggingState> before = PointStates.of(delegated);
    for (Value.Mapping object : other.objects()) {
      if (Edits.kind(object).equals("NetworkPolicy")) {
        Value.Mapping bare =
            Edits.with(
                Edits.with(object, null, List.of("metadata", "annotations")),
                new Value.Text("z-bare"),
                List.of("metadata", "name"));
        Map<String, LoggingState> after = PointStates.of(Edits.and(delegated, bare));
        before.forEach(
            (key, state) -> {
              if (key.contains("|allow|")) {
                assertThat(PointStates.rank(after, key))
                    .as(key)
                    .isGreaterThanOrEqualTo(PointStates.rank(state));
              }
            });
      }
    }
  }

  @Property(tries = TRIES)
  void beyondTheBudgetADenyIsPossibleAndNothingIsCoveredByOthers(
      @ForAll("worlds") World world, @ForAll @LongRange(min = 1, max = 15) long budget) {
    TargetInput target = EngineLines.target(world);
    Coverage poor =
        CoverageEngine.ipv4().withBudget(budget).evaluate(target, CoverageEngine.SEQUENTIAL);
    Coverage full = CoverageEngine.ipv4().evaluate(target, CoverageEngine.SEQUENTIAL);
    assertThat(full.undecided()).isZero();
    Map<String, LoggingState> guessed = PointStates.of(poor);
    Map<String, LoggingState> known = PointStates.of(full);
    Statistics.label("given up").collect(poor.undecided() > 0);
    Statistics.label("given up").coverage(seen -> seen.check(true).percentage(share -> share > 10));
    if (poor.undecided() == 0) {
      assertThat(EngineLines.of(poor)).isEqualTo(EngineLines.of(full));
    }
    assertThat(guessed.keySet()).containsAll(known.keySet());
    known.forEach(
        (key, state) ->
            assertThat(PointStates.rank(guessed, key))
                .as(key)
                .isLessThanOrEqualTo(PointStates.rank(state)));
  }

  private static World without(World world, String kind) {
    return world.with(
        world.objects().stream().filter(object -> !Edits.kind(object).equals(kind)).toList());
  }

  private static Value.Mapping logging(boolean allow, boolean deny, boolean delegate) {
    return (Value.Mapping)
        Tree.value(
            Tree.map(
                "apiVersion",
                "networking.gke.io/v1alpha1",
                "kind",
                "NetworkLogging",
                "metadata",
                Tree.map("name", "default"),
                "spec",
                Tree.map(
                    "cluster",
                    Tree.map(
                        "allow",
                        Tree.map("log", allow, "delegate", allow && delegate),
                        "deny",
                        Tree.map("log", deny, "delegate", deny && delegate)))));
  }
}
