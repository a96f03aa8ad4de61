package dev.netlog.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RangesTest {
  static final int SMALL = 40;
  private static final Ranges EVERYTHING = Ranges.of(0, 0, -1, -1);

  /// Numbers in order, on both sides of 2^63, 2^64 and 2^127: where signs and halves change.
  private static UInt128 number(int place) {
    if (place < 13) {
      return new UInt128(0, Long.MIN_VALUE + place - 6);
    }
    if (place < 27) {
      return new UInt128(place < 20 ? 0 : 1, place - 20);
    }
    return new UInt128(place < 33 ? Long.MAX_VALUE : Long.MIN_VALUE, place - 33);
  }

  private static Ranges of(BitSet places) {
    List<Ranges> ranges = new ArrayList<>();
    for (int place = SMALL - 1; place >= 0; place--) {
      if (places.get(place)) {
        UInt128 number = number(place);
        ranges.add(Ranges.of(number.high(), number.low(), number.high(), number.low()));
      }
    }
    return Ranges.unionOf(ranges);
  }

  private static BitSet places(@Size(max = SMALL) List<Integer> members) {
    BitSet places = new BitSet();
    members.forEach(places::set);
    return places;
  }

  @Property(tries = 5000)
  void operationsAgreeWithThoseOfBits(
      @ForAll @Size(max = 30) List<@IntRange(max = SMALL - 1) Integer> some,
      @ForAll @Size(max = 30) List<@IntRange(max = SMALL - 1) Integer> others) {
    BitSet one = places(some);
    BitSet other = places(others);
    Ranges first = of(one);
    Ranges second = of(other);
    BitSet both = (BitSet) one.clone();
    both.and(other);
    BitSet either = (BitSet) one.clone();
    either.or(other);
    BitSet left = (BitSet) one.clone();
    left.andNot(other);
    assertThat(first.union(second)).isEqualTo(of(either)).hasSameHashCodeAs(of(either));
    assertThat(first.intersect(second)).isEqualTo(of(both));
    assertThat(first.minus(second)).isEqualTo(of(left));
    assertThat(first.contains(second)).isEqualTo(both.equals(other));
    assertThat(first.intersects(second)).isEqualTo(one.intersects(other));
    assertThat(first.isEmpty()).isEqualTo(one.isEmpty());
    assertThat(first.equals(second)).isEqualTo(one.equals(other));
    assertThat(first.compareTo(second) == 0).isEqualTo(one.equals(other));
    assertThat(Integer.signum(first.compareTo(second)))
        .isEqualTo(-Integer.signum(second.compareTo(first)));
  }

  @Property(tries = 1000)
  void everyPlaceIsAMemberOrNot(
      @ForAll @Size(max = 30) List<@IntRange(max = SMALL - 1) Integer> members) {
    BitSet places = places(members);
    for (int place = 0; place < SMALL; place++) {
      UInt128 number = number(place);
      assertThat(of(places).has(number.high(), number.low())).isEqualTo(places.get(place));
    }
  }

  @Test
  void manyRangesAgainstFewAndFewAgainstMany() {
    List<Ranges> even = new ArrayList<>();
    for (int i = 0; i < 10_000; i += 2) {
      even.add(Ranges.of(i, i));
    }
    Ranges many = Ranges.unionOf(even);
    assertThat(many.size()).isEqualTo(5000);
    assertThat(many.contains(Ranges.of(7776, 7776))).isTrue();
    assertThat(many.intersects(Ranges.of(7777, 7777))).isFalse();
    assertThat(Ranges.of(7777, 7777).intersects(many)).isFalse();
    assertThat(many.intersect(Ranges.of(7775, 7779)))
        .isEqualTo(Ranges.of(7776, 7776).union(Ranges.of(7778, 7778)));
    assertThat(Ranges.of(0, 9999).minus(many).size()).isEqualTo(5000);
    assertThat(Ranges.of(0, 9999).contains(many)).isTrue();
  }

  @Test
  void theFirstAndTheLastNumberAreMembersLikeOthers() {
    Ranges ends = Ranges.of(0, 0).union(Ranges.of(-1, -1, -1, -1));
    Ranges inner = EVERYTHING.minus(ends);
    assertThat(inner.first(0)).isEqualTo(new UInt128(0, 1));
    assertThat(inner.last(0)).isEqualTo(new UInt128(-1, -2));
    assertThat(inner.union(ends)).isEqualTo(EVERYTHING);
    assertThat(EVERYTHING.minus(EVERYTHING)).isEqualTo(Ranges.empty());
    assertThat(EVERYTHING.minus(Ranges.empty())).isEqualTo(EVERYTHING);
    assertThat(EVERYTHING.contains(ends)).isTrue();
    assertThat(ends.contains(EVERYTHING)).isFalse();
  }

  @Test
  void numbersCarryFromOneHalfToTheOther() {
    assertThat(new UInt128(0, -1).next()).isEqualTo(new UInt128(1, 0));
    assertThat(new UInt128(1, 0).previous()).isEqualTo(new UInt128(0, -1));
    assertThat(new UInt128(1, 1).next()).isEqualTo(new UInt128(1, 2));
    assertThat(new UInt128(1, 1).previous()).isEqualTo(new UInt128(1, 0));
  }

  @Test
  void highHalvesAreUnsigned() {
    Ranges upper = Ranges.of(Long.MIN_VALUE, 0, -1, -1);
    assertThat(upper.intersects(Ranges.of(0, Long.MAX_VALUE))).isFalse();
    assertThat(Ranges.of(0, Long.MAX_VALUE).compareTo(upper)).isNegative();
    assertThat(EVERYTHING.minus(upper).last(0)).isEqualTo(new UInt128(Long.MAX_VALUE, -1));
  }

  @Test
  void rangesThatTouchAreOne() {
    assertThat(Ranges.of(1, 4).union(Ranges.of(5, 9))).isEqualTo(Ranges.of(1, 9));
    assertThat(Ranges.of(1, 4).union(Ranges.of(6, 9)).size()).isEqualTo(2);
    assertThat(Ranges.of(0, 0, 0, -1).union(Ranges.of(1, 0, 1, 5)).size()).isOne();
  }

  @Test
  void theUnionOfNoSetsIsEmpty() {
    assertThat(Ranges.unionOf(List.of())).isEqualTo(Ranges.empty());
    assertThat(Ranges.empty().isEmpty()).isTrue();
    assertThat(Ranges.of(0, 0).isEmpty()).isFalse();
  }

  @Test
  void aRangeThatEndsBeforeItStartsIsRefused() {
    assertThatThrownBy(() -> Ranges.of(2, 1)).hasMessage("no range: 2 to 1");
    assertThatThrownBy(() -> Ranges.of(-1, 1)).hasMessage("no range: -1 to 1");
  }

  @Test
  void setsAreShownInHexadecimal() {
    assertThat(Ranges.of(1, 255).union(Ranges.of(4096, 4096))).hasToString("[1-ff, 1000]");
    assertThat(Ranges.of(1, 5, 2, 0)).hasToString("[10000000000000005-20000000000000000]");
    assertThat(Ranges.empty()).hasToString("[]");
  }
}
