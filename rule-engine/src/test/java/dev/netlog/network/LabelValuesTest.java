package dev.netlog.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LabelValuesTest {
  private static final List<String> NAMED = List.of("", "a", "b");

  /// Absence, the named values, and one that stands for all others.
  private static final List<@Nullable String> UNIVERSE = Arrays.asList(null, "", "a", "b", "zzz");

  /// Every set over these values, by what can be written.
  private static List<LabelValues> all() {
    Set<LabelValues> all = new HashSet<>();
    for (int bits = 0; bits < 1 << NAMED.size(); bits++) {
      Set<String> values = new TreeSet<>();
      for (int i = 0; i < NAMED.size(); i++) {
        if ((bits >> i & 1) == 1) {
          values.add(NAMED.get(i));
        }
      }
      LabelValues in = LabelValues.in(values);
      LabelValues notIn = LabelValues.notIn(values);
      all.addAll(
          List.of(
              in, notIn, in.union(LabelValues.absent()), notIn.intersect(LabelValues.present())));
    }
    assertThat(all).hasSize(32);
    return new ArrayList<>(all);
  }

  private static Set<@Nullable String> members(LabelValues values) {
    Set<@Nullable String> members = new HashSet<>();
    for (String each : UNIVERSE) {
      if (values.containsValue(each)) {
        members.add(each);
      }
    }
    return members;
  }

  @Test
  void operationsAgreeWithThoseOfFiniteSets() {
    for (LabelValues one : all()) {
      for (LabelValues other : all()) {
        Set<@Nullable String> both = members(one);
        both.retainAll(members(other));
        Set<@Nullable String> left = members(one);
        left.removeAll(members(other));
        Set<@Nullable String> either = members(one);
        either.addAll(members(other));
        assertThat(members(one.intersect(other))).isEqualTo(both);
        assertThat(members(one.minus(other))).isEqualTo(left);
        assertThat(members(one.union(other))).isEqualTo(either);
        assertThat(one.contains(other)).isEqualTo(members(one).containsAll(members(other)));
        assertThat(one.intersects(other)).isEqualTo(!both.isEmpty());
        assertThat(one.equals(other)).isEqualTo(members(one).equals(members(other)));
        assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
        assertThat(Integer.signum(one.compareTo(other)))
            .isEqualTo(-Integer.signum(other.compareTo(one)));
      }
      assertThat(one.isEmpty()).isEqualTo(members(one).isEmpty());
    }
  }

  @Test
  void setsHaveTheMembersThatWereNamed() {
    assertThat(members(LabelValues.in(Set.of("a", "")))).containsExactlyInAnyOrder("a", "");
    assertThat(members(LabelValues.notIn(Set.of("a", ""))))
        .containsExactlyInAnyOrder(null, "b", "zzz");
    assertThat(members(LabelValues.present())).containsExactlyInAnyOrder("", "a", "b", "zzz");
    assertThat(members(LabelValues.absent())).containsOnlyNulls().hasSize(1);
    assertThat(members(LabelValues.any())).hasSize(5);
  }

  @Test
  void finiteValuesAreToldInTheirOrder() {
    assertThat(LabelValues.in(Set.of("c", "a", "b")).finiteValues()).containsExactly("a", "b", "c");
    assertThat(LabelValues.in(Set.of()).finiteValues()).isEmpty();
    assertThat(LabelValues.notIn(Set.of("a")).finiteValues()).isNull();
    assertThat(LabelValues.present().finiteValues()).isNull();
    assertThat(LabelValues.absent().finiteValues()).isNull();
    assertThat(LabelValues.in(Set.of("a")).union(LabelValues.absent()).finiteValues()).isNull();
  }

  @Test
  void whatIsPickedIsAMember() {
    for (LabelValues each : all()) {
      if (!each.isEmpty()) {
        assertThat(each.containsValue(each.pick())).as(each.toString()).isTrue();
        assertThat(each.pick() == null).isEqualTo(each.containsValue(null));
      }
    }
  }

  @Test
  void absenceIsPickedFirstThenAKnownValueThenAFreshOne() {
    assertThat(LabelValues.any().pick()).isNull();
    assertThat(LabelValues.notIn(Set.of("a")).pick()).isNull();
    assertThat(LabelValues.in(Set.of("b", "a")).pick()).isEqualTo("a");
    assertThat(LabelValues.present().pick()).isEqualTo("other");
    LabelValues most = LabelValues.notIn(Set.of("other", "other-2", "other-4"));
    assertThat(most.intersect(LabelValues.present()).pick()).isEqualTo("other-3");
    assertThatThrownBy(() -> LabelValues.in(Set.of()).pick()).hasMessage("nothing to pick from");
  }

  @Test
  void allButSomeValuesAreNeverNone() {
    Set<String> many = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      many.add("v" + i);
    }
    assertThat(LabelValues.notIn(many).minus(LabelValues.absent()).isEmpty()).isFalse();
    assertThat(LabelValues.notIn(many).contains(LabelValues.in(many))).isFalse();
    assertThat(LabelValues.in(many).intersects(LabelValues.notIn(many))).isFalse();
  }

  @Test
  void setsSayWhatIsInThem() {
    assertThat(LabelValues.in(Set.of("b", "a"))).hasToString("in [a, b]");
    assertThat(LabelValues.notIn(Set.of("a"))).hasToString("not in [a] or absent");
    assertThat(LabelValues.present()).hasToString("not in []");
    assertThat(LabelValues.absent()).hasToString("in [] or absent");
  }
}
