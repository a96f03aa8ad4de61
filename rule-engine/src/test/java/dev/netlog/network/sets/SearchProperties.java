package dev.netlog.network.sets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.network.sets.Search.Answer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/// Answers against the enumeration of a [SmallWorld].
class SearchProperties {
  private static final long ENOUGH = 1_000_000;

  /// What is asked.
  ///
  /// @param wanted boxes whose connections are wanted
  /// @param others sets of boxes that may cover them
  record Question(List<Drawn> wanted, List<List<Drawn>> others) {
    static Question from(Random random) {
      int often = 2 + random.nextInt(6);
      List<List<Drawn>> others = new ArrayList<>();
      for (int i = random.nextInt(5); i > 0; i--) {
        others.add(some(random, 1 + random.nextInt(8), often));
      }
      return new Question(some(random, 1 + random.nextInt(3), random.nextInt(8)), others);
    }

    private static List<Drawn> some(Random random, int count, int often) {
      List<Drawn> some = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        some.add(Drawn.from(random, often));
      }
      return some;
    }

    List<ConnectionSet> otherSets() {
      return others.stream().map(Drawn::set).toList();
    }

    BitSet uncovered() {
      BitSet left = Drawn.union(wanted);
      others.forEach(each -> left.andNot(Drawn.union(each)));
      return left;
    }
  }

  @Provide
  Arbitrary<Question> questions() {
    return Arbitraries.randomValue(Question::from);
  }

  @Provide
  Arbitrary<Drawn> boxes() {
    return Arbitraries.randomValue(random -> Drawn.from(random, 1 + random.nextInt(8)));
  }

  @Property(tries = 30_000)
  void anAnswerIsWhatEnumerationFinds(@ForAll("questions") Question question) {
    BitSet uncovered = question.uncovered();
    Answer answer =
        new Search(ENOUGH).uncovered(Drawn.set(question.wanted()), question.otherSets());
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

  @Property(tries = 5000)
  void theOrderOfSetsAndBoxesDoesNotCount(
      @ForAll("questions") Question question, @ForAll Random random) {
    List<List<Drawn>> shuffled = new ArrayList<>(question.others());
    shuffled.replaceAll(
        set -> {
          List<Drawn> boxes = new ArrayList<>(set);
          Collections.shuffle(boxes, random);
          return boxes;
        });
    Collections.shuffle(shuffled, random);
    List<Drawn> wanted = question.wanted().reversed();
    assertThat(
            new Search(ENOUGH)
                .uncovered(Drawn.set(wanted), new Question(wanted, shuffled).otherSets()))
        .isEqualTo(
            new Search(ENOUGH).uncovered(Drawn.set(question.wanted()), question.otherSets()));
  }

  @Property(tries = 3000)
  void lessBudgetGivesTheSameAnswerOrNone(@ForAll("questions") Question question) {
    ConnectionSet wanted = Drawn.set(question.wanted());
    List<ConnectionSet> others = question.otherSets();
    Answer known = new Search(ENOUGH).uncovered(wanted, others);
    for (int budget = 0; budget < 200; budget += 20) {
      Search search = new Search(budget);
      assertThat(search.uncovered(wanted, others)).isIn(known, new Answer.GaveUp());
    }
  }

  @Property(tries = 10_000)
  void boxesHaveTheConnectionsThatWerePutIn(
      @ForAll("boxes") Drawn one, @ForAll("boxes") Drawn other) {
    if (one.box() == null || other.box() == null) {
      assertThat(one.box() == null).isEqualTo(one.members().isEmpty());
      return;
    }
    assertThat(SmallWorld.members(one.box())).isEqualTo(one.members());
    BitSet both = (BitSet) one.members().clone();
    both.and(other.members());
    Box shared = one.box().intersect(other.box());
    assertThat(shared == null ? new BitSet() : SmallWorld.members(shared)).isEqualTo(both);
    assertThat(one.box().meets(other.box())).isEqualTo(!both.isEmpty());
    assertThat(one.box().contains(other.box())).isEqualTo(both.equals(other.members()));
    assertThat(one.box().equals(other.box())).isEqualTo(one.members().equals(other.members()));
    assertThat(one.box().compareTo(other.box()) == 0).isEqualTo(one.box().equals(other.box()));
  }

  @Property(tries = 10_000)
  void setsHaveTheConnectionsOfTheirBoxes(@ForAll("questions") Question question) {
    List<Drawn> all = new ArrayList<>(question.wanted());
    question.others().forEach(all::addAll);
    ConnectionSet set = Drawn.set(all);
    BitSet members = new BitSet();
    set.boxes().forEach(box -> members.or(SmallWorld.members(box)));
    assertThat(members).isEqualTo(Drawn.union(all));
    assertThat(ConnectionSet.of(set.boxes())).isEqualTo(set).hasSameHashCodeAs(set);
    assertThat(Drawn.set(all.reversed())).isEqualTo(set);
    assertThat(set.isEmpty()).isEqualTo(members.isEmpty());
  }

  @Property(tries = 5000)
  void unionsAndIntersectionsAreThoseOfConnections(@ForAll("questions") Question question) {
    ConnectionSet one = Drawn.set(question.wanted());
    for (List<Drawn> each : question.others()) {
      ConnectionSet other = Drawn.set(each);
      BitSet both = Drawn.union(question.wanted());
      BitSet either = Drawn.union(question.wanted());
      both.and(Drawn.union(each));
      either.or(Drawn.union(each));
      assertThat(members(one.intersect(other))).isEqualTo(both);
      assertThat(members(one.union(other))).isEqualTo(either);
    }
  }

  private static BitSet members(ConnectionSet set) {
    BitSet members = new BitSet();
    set.boxes().forEach(box -> members.or(SmallWorld.members(box)));
    return members;
  }
}
