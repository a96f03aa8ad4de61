package dev.netlog.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.model.GroupKind;
import dev.netlog.model.Origin;
import dev.netlog.model.Resource;
import dev.netlog.model.ResourceId;
import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ManifestInventoryTest {
  private static final GroupKind KIND = new GroupKind("example.com", "Policy");

  @Test
  void oneOfSeveralEqualObjectsIsFoundAndOfDifferentOnesNone() {
    Resource one = policy("a", "p", "x");
    Resource same = policy("a", "p", "x");
    Resource other = policy("a", "p", "y");
    assertThat(of(one, same).find(KIND, "a", "p")).isEqualTo(new Lookup.Found(one));
    Inventory differing = of(one, same, other);
    for (int i = 0; i < 2; i++) {
      assertThat(differing.find(KIND, "a", "p")).isEqualTo(new Lookup.Unknown());
    }
    assertThat(of(one).find(KIND, "b", "p")).isEqualTo(new Lookup.Unknown());
    assertThat(ManifestInventory.complete(List.of(one), Set.of()).find(KIND, "b", "p"))
        .isEqualTo(new Lookup.Absent());
  }

  @Test
  void aListingHoldsEachIdentityOnceInTheOrderTheyWereMet() {
    Resource b = policy("b", "p", "x");
    Resource a = policy("a", "q", "x");
    Resource again = policy("b", "p", "y");
    Resource last = policy("b", "a", "x");
    Inventory inventory = of(b, a, again, last);
    assertThat(inventory.list(KIND, null).items()).containsExactly(b, a, last);
    assertThat(inventory.list(KIND, "b").items()).containsExactly(b, last);
    assertThat(inventory.list(KIND, "c").items()).isEmpty();
  }

  @Test
  void anObjectWithoutANamespaceLeavesTheListingsOfNamespacesOpen() {
    Resource a = policy("a", "p", "x");
    assertThat(ManifestInventory.complete(List.of(a), Set.of()).list(KIND, "b").isKnownEmpty())
        .isTrue();
    Inventory homeless = ManifestInventory.complete(List.of(policy(null, "p", "x")), Set.of());
    assertThat(homeless.list(KIND, "b").complete()).isFalse();
    assertThat(homeless.list(KIND, null).complete()).isTrue();
  }

  @Test
  void copiesOfOneObjectAreFoundAsOneAmongOthers() {
    List<Resource> all = new ArrayList<>();
    IntStream.range(0, 400).forEach(_ -> all.add(policy("a", "p", "x")));
    IntStream.range(0, 400).forEach(i -> all.add(policy("a", "p" + i, "x")));
    Inventory inventory = ManifestInventory.of(all, Set.of());
    assertThat(inventory.find(KIND, "a", "p")).isInstanceOf(Lookup.Found.class);
    assertThat(inventory.list(KIND, null).items()).hasSize(401);
    assertThat(inventory.list(KIND, "a").items()).hasSize(401);
  }

  @Test
  void threadsThatAskAtOnceGetOneAnswer() {
    Inventory inventory =
        ManifestInventory.of(
            Stream.concat(
                    Collections.nCopies(2_000, policy("a", "p", "x")).stream(),
                    Stream.of(policy("a", "p", "y")))
                .toList(),
            Set.of());
    assertThat(
            IntStream.range(0, 200)
                .parallel()
                .mapToObj(_ -> inventory.find(KIND, "a", "p"))
                .distinct()
                .toList())
        .containsExactly(new Lookup.Unknown());
  }

  private static Inventory of(Resource... resources) {
    return ManifestInventory.of(List.of(resources), Set.of());
  }

  private static Resource policy(@Nullable String namespace, String name, String content) {
    return new Resource(
        new ResourceId("example.com/v1", "Policy", namespace, name),
        new Value.Mapping(Map.of("spec", new Value.Text(content))),
        Origin.NOWHERE);
  }
}
