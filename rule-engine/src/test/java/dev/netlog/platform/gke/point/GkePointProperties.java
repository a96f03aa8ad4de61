package dev.netlog.platform.gke.point;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.fix.Edit;
import dev.netlog.fix.Patched;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.AppliedPolicies;
import dev.netlog.platform.AssumingInventory;
import dev.netlog.platform.Decision.Remedy;
import dev.netlog.platform.LetterPolicies;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.Point;
import dev.netlog.platform.gke.GkePlatform;
import dev.netlog.platform.gke.networklogging.LogSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/// What holds of the points of a namespace, whatever is annotated.
final class GkePointProperties {
  private static final GkePlatform GKE = new GkePlatform();

  /// A namespace with policies.
  ///
  /// @param logging the NetworkLogging, null for none
  /// @param namespace the Namespace object
  /// @param policies the policies that apply
  /// @param allowed what each allows
  /// @param possible how many of the policies, the last ones, only may apply
  record World(
      @Nullable Resource logging,
      Resource namespace,
      List<Resource> policies,
      List<String> allowed,
      int possible) {

    AppliedPolicies applied() {
      LetterPolicies applied = new LetterPolicies();
      for (int i = 0; i < policies.size(); i++) {
        if (i < policies.size() - possible) {
          applied.with(policies.get(i), allowed.get(i));
        } else {
          applied.withPossible(policies.get(i), allowed.get(i));
        }
      }
      return applied;
    }

    /// Those of all policies that surely apply, then that of the default deny.
    List<Point> points() {
      AppliedPolicies applied = applied();
      List<Point> points = new ArrayList<>();
      applied.policies().forEach(policy -> points.add(PointSamples.allow(policy, applied)));
      points.add(PointSamples.deny());
      return points;
    }

    LoggingState state(int point) {
      return GKE.loggingOf(points().get(point), inventory());
    }

    AssumingInventory inventory() {
      return logging == null
          ? AssumingInventory.of(Map.of("networkLogging", "disabled"), namespace)
          : AssumingInventory.of(Map.of(), logging, namespace);
    }

    World with(Resource old, Resource changed) {
      List<Resource> others = policies.stream().map(p -> p.equals(old) ? changed : p).toList();
      return new World(
          logging != null && logging.equals(old) ? changed : logging,
          namespace.equals(old) ? changed : namespace,
          others,
          allowed,
          possible);
    }
  }

  @Property(tries = 2000)
  void aValidAnnotationNeverLowersAState(@ForAll("worlds") World world, @ForAll("picks") int pick) {
    Resource holder =
        pick < world.policies().size() ? world.policies().get(pick) : world.namespace();
    LogSection half = pick < world.policies().size() ? LogSection.ALLOW : LogSection.DENY;
    Edit edit = new Edit.Set(Resource.annotationPointer(half.key()), new Value.Text("true"));
    World annotated = world.with(holder, edited(holder, edit));
    for (int i = 0; i < world.points().size(); i++) {
      assertThat(rank(annotated.state(i))).isGreaterThanOrEqualTo(rank(world.state(i)));
    }
  }

  @Property(tries = 2000)
  void theRemedyMakesThePointLogged(@ForAll("worlds") World world) {
    List<Point> points = world.points();
    for (int i = 0; i < points.size(); i++) {
      Remedy remedy = GKE.decisionOf(points.get(i), world.inventory()).remedy();
      boolean logged = world.state(i) instanceof LoggingState.Logged;
      if (remedy == null) {
        assertThat(logged || world.state(i).causeCode().equals("networklogging-invalid")).isTrue();
        continue;
      }
      assertThat(logged).isFalse();
      assertThat(remedy.text().text()).doesNotContain("\n");
      Resource holder = remedy.resource();
      Edit edit = remedy.edit();
      if (holder == null || edit == null) {
        assertThat(world.logging()).isNull();
        continue;
      }
      assertThat(world.with(holder, edited(holder, edit)).state(i))
          .isInstanceOf(LoggingState.Logged.class);
    }
  }

  @Property(tries = 1000)
  void withoutDelegationAllPointsOfAHalfAreAlike(@ForAll("worlds") World world) {
    Resource logging = PointSamples.logging(PointSamples.ON, PointSamples.OFF);
    World all =
        new World(logging, world.namespace(), world.policies(), world.allowed(), world.possible());
    List<Point> points = all.points();
    for (int i = 0; i < points.size() - 1; i++) {
      assertThat(all.state(i)).isEqualTo(new LoggingState.Logged(GkeCauses.LOG_ALL, true));
    }
    assertThat(all.state(points.size() - 1).causeCode()).isEqualTo("log-disabled");
  }

  @Property(tries = 1000)
  void aBarePolicyMoreLowersNoState(@ForAll("worlds") World world) {
    List<Resource> policies = new ArrayList<>(List.of(PointSamples.policy("bare", "")));
    policies.addAll(world.policies());
    List<String> allowed = new ArrayList<>(List.of("abcd"));
    allowed.addAll(world.allowed());
    World more = new World(world.logging(), world.namespace(), policies, allowed, world.possible());
    for (int i = 0; i < world.points().size(); i++) {
      assertThat(more.state(i + 1)).isEqualTo(world.state(i));
    }
  }

  private static int rank(LoggingState state) {
    return switch (state) {
      case LoggingState.NotLogged(_, boolean partial) -> partial ? 1 : 0;
      case LoggingState.Unknown _ -> 2;
      case LoggingState.Logged _ -> 3;
    };
  }

  private static Resource edited(Resource resource, Edit edit) {
    Value.Mapping content = (Value.Mapping) Patched.of(resource.content(), List.of(edit));
    return new Resource(resource.id(), content, resource.origin());
  }

  @Provide
  Arbitrary<Integer> picks() {
    return Arbitraries.integers().between(0, 5);
  }

  @Provide
  Arbitrary<World> worlds() {
    Arbitrary<String> value =
        Arbitraries.of("", "'true'", "'false'", "'True'", "null", "true", "'yes'", "1", "{}");
    Arbitrary<String> letters = Arbitraries.of("a", "b", "ab", "bc", "abc", "abcd", "d");
    Arbitrary<String> half =
        Arbitraries.of(
            "{log:true,delegate:true}",
            "{log:true,delegate:true}",
            "{log:true}",
            "{log:false}",
            "{}",
            "null",
            "{delegate:true}");
    Arbitrary<@Nullable Resource> logging =
        Combinators.combine(half, half).as(PointSamples::logging).injectNull(0.1);
    return Combinators.combine(
            logging,
            value.map(PointSamples::namespace),
            value.list().ofSize(5),
            letters.list().ofSize(5),
            Arbitraries.integers().between(0, 2))
        .as(
            (object, namespace, values, allowed, possible) ->
                new World(object, namespace, policies(values), allowed, possible));
  }

  private static List<Resource> policies(List<String> values) {
    List<Resource> policies = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      policies.add(PointSamples.policy("p" + i, values.get(i)));
    }
    return policies;
  }
}
