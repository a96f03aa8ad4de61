package dev.netlog.network.sets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.network.sets.Search.Answer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/// Lists so long that boxes are looked for instead of looked at, against the enumeration of a
/// [SmallWorld].
class LongListProperties {
  /// More boxes than [BoxIndex#WORTHWHILE], and often more than a search tries one by one.
  private static List<Drawn> many(Random random) {
    int often = 5 + random.nextInt(5);
    return IntStream.range(0, 40 + random.nextInt(400))
        .mapToObj(_ -> Drawn.from(random, often))
        .toList();
  }

  @Provide
  Arbitrary<List<Drawn>> lists() {
    return Arbitraries.randomValue(LongListProperties::many);
  }

  @Provide
  Arbitrary<Drawn> boxes() {
    return Arbitraries.randomValue(random -> Drawn.from(random, 1 + random.nextInt(9)));
  }

  @Property(tries = 1000)
  void noBoxThatMeetsIsMissed(@ForAll("lists") List<Drawn> list, @ForAll("boxes") Drawn one) {
    List<Box> boxes = new ArrayList<>();
    list.forEach(drawn -> boxes.addAll(Drawn.set(List.of(drawn)).boxes()));
    BoxIndex index = new BoxIndex(boxes);
    for (Box wanted : Drawn.set(List.of(one)).boxes()) {
      List<Box> near = index.near(wanted);
      Statistics.collect(near.size() < boxes.size());
      assertThat(near).containsAll(boxes.stream().filter(wanted::meets).toList());
      assertThat(boxes).containsSubsequence(near);
    }
  }

  @Property(tries = 1000)
  void meetingSetsShareAConnection(@ForAll("lists") List<Drawn> list, @ForAll("boxes") Drawn one) {
    BitSet shared = Drawn.union(list);
    shared.and(one.members());
    ConnectionSet many = Drawn.set(list);
    ConnectionSet few = Drawn.set(List.of(one));
    assertThat(many.meets(few)).isEqualTo(!shared.isEmpty());
    assertThat(few.meets(many)).isEqualTo(!shared.isEmpty());
  }

  @Property(tries = 1000)
  void anAnswerIsWhatEnumerationFinds(
      @ForAll("lists") List<Drawn> list, @ForAll("boxes") Drawn wanted, @ForAll boolean oneByOne) {
    List<ConnectionSet> others =
        oneByOne
            ? list.stream().map(drawn -> Drawn.set(List.of(drawn))).toList()
            : List.of(Drawn.set(list));
    BitSet uncovered = (BitSet) wanted.members().clone();
    uncovered.andNot(Drawn.union(list));
    Answer answer = new Search(1_000_000).uncovered(Drawn.set(List.of(wanted)), others);
    Statistics.collect(uncovered.isEmpty());
    if (answer instanceof Answer.Some(Box where)) {
      BitSet found = SmallWorld.members(where);
      assertThat(found.isEmpty()).isFalse();
      found.andNot(uncovered);
      assertThat(found.isEmpty()).isTrue();
    } else {
      assertThat(answer).isEqualTo(new Answer.None());
      assertThat(uncovered.isEmpty()).isTrue();
    }
  }
}
