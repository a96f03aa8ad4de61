package dev.netlog.webhook.cluster;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.model.MappingBuilder;
import dev.netlog.model.Origin;
import dev.netlog.model.Resource;
import dev.netlog.model.ResourceId;
import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CacheBudgetTest {
  private static final long LIMIT = 1 << 17;

  private final CacheBudget budget = new CacheBudget(LIMIT);

  private static Resource object(String name, String text) {
    MappingBuilder metadata = new MappingBuilder();
    metadata.put("name", new Value.Text(name));
    MappingBuilder spec = new MappingBuilder();
    spec.put("text", new Value.Text(text));
    MappingBuilder members = new MappingBuilder();
    members.put("apiVersion", new Value.Text("v1"));
    members.put("kind", new Value.Text("Example"));
    members.put("metadata", metadata.build());
    members.put("spec", spec.build());
    return new Resource(
        new ResourceId("v1", "Example", null, name), members.build(), Origin.NOWHERE);
  }

  /// Adds objects until one does not fit.
  private List<Resource> fill(boolean alike) {
    List<Resource> kept = new ArrayList<>();
    while (true) {
      String own = alike ? "same" : Integer.toString(kept.size());
      Resource each = budget.add(object("n" + kept.size(), own + "x".repeat(1_000)));
      if (each == null) {
        return kept;
      }
      kept.add(each);
    }
  }

  @Test
  void objectsFillTheLimitAndNoMore() {
    List<Resource> kept = fill(false);
    assertThat(kept).hasSizeBetween(60, 80);
    assertThat(budget.used()).isBetween(LIMIT / 10 * 9, LIMIT);
  }

  @Test
  void whatObjectsHaveInCommonIsKeptAndCountedOnce() {
    List<Resource> kept = fill(true);
    assertThat(kept).hasSizeGreaterThan(200);
    assertThat(kept.getFirst().content().members().get("spec"))
        .isSameAs(kept.getLast().content().members().get("spec"));
  }

  @Test
  void whatIsKeptIsWhatWasGiven() {
    Resource given = object("a", "b");
    assertThat(budget.add(given)).isEqualTo(given);
  }

  @Test
  void aCommonPartIsCountedUntilTheLastObjectHasGone() {
    Resource first = budget.add(object("a", "x".repeat(2_000)));
    long one = budget.used();
    Resource second = budget.add(object("b", "x".repeat(2_000)));
    budget.remove(requireNonNull(first));
    assertThat(budget.used()).isEqualTo(one);
    budget.remove(requireNonNull(second));
    assertThat(budget.used()).isZero();
  }

  @Test
  void objectsThatHaveGoneMakeRoomAgain() {
    List<Resource> kept = fill(false);
    kept.subList(0, kept.size() / 2).forEach(budget::remove);
    assertThat(fill(false)).hasSizeGreaterThan(kept.size() / 3);
  }

  @Test
  void oneObjectMayNotTakeAll() {
    assertThat(budget.add(object("a", "x".repeat((int) LIMIT / 16)))).isNull();
    assertThat(budget.used()).isZero();
    assertThat(budget.add(object("a", "x".repeat((int) LIMIT / 32)))).isNotNull();
  }

  @Test
  void anObjectThatDoesNotGrowCanChangeWhereNothingMoreFits() {
    List<Resource> kept = fill(false);
    for (int i = 0; i < 2_000; i++) {
      int which = i % kept.size();
      Resource before = kept.get(which);
      budget.remove(before);
      Resource after = budget.add(object(before.id().name(), which + "y".repeat(1_000)));
      assertThat(after).isNotNull();
      kept.set(which, after);
    }
  }

  /// Objects that share their content come, change and go.
  @Property(tries = 25)
  void theLimitHoldsAndAllIsGivenBack(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 50) int contents) {
    CacheBudget budget = new CacheBudget(LIMIT);
    Random random = new Random(seed);
    List<Resource> kept = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      if (!kept.isEmpty() && random.nextInt(3) != 0) {
        budget.remove(kept.remove(random.nextInt(kept.size())));
      }
      int which = random.nextInt(contents);
      String text = random.nextBoolean() ? which + "y".repeat(40 * which) : i + "z".repeat(2_000);
      Resource next = budget.add(object("n" + random.nextInt(9), text));
      if (next != null) {
        kept.add(next);
      }
      assertThat(budget.used()).isBetween(0L, LIMIT);
    }
    kept.forEach(budget::remove);
    assertThat(budget.used()).isZero();
  }
}
