package dev.netlog.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapacityTest {
  private static final Deadline OVER = new Deadline(System.nanoTime());

  private final Capacity capacity = new Capacity();

  @Test
  void one_large_body_is_judged_at_a_time_and_small_ones_beside_it() throws RefusedException {
    try (var _ = capacity.turn(Capacity.SMALL_BODY + 1, OVER)) {
      assertThatThrownBy(() -> capacity.turn(Capacity.SMALL_BODY + 1, OVER))
          .isInstanceOfSatisfying(RefusedException.class, CapacityTest::asksAgain);
      capacity.turn(Capacity.SMALL_BODY, OVER).close();
    }
    capacity.turn(Capacity.SMALL_BODY + 1, OVER).close();
  }

  @Test
  void large_bodies_are_let_in_as_far_as_there_is_memory() throws RefusedException {
    List<Capacity.Taken> taken = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      taken.add(capacity.room(BodyReader.LIMIT, OVER));
    }
    assertThatThrownBy(() -> capacity.room(BodyReader.LIMIT, OVER))
        .isInstanceOfSatisfying(RefusedException.class, CapacityTest::asksAgain);
    taken.getFirst().close();
    capacity.room(BodyReader.LIMIT, OVER).close();
  }

  @Test
  void bodies_that_arrive_are_let_in_up_to_a_number_and_keep_none_from_being_judged()
      throws RefusedException {
    List<Capacity.Taken> arriving = untilRefused(capacity::reading);
    assertThat(arriving).hasSize(Capacity.ARRIVING);
    List<Capacity.Taken> judged = untilRefused(capacity::judging);
    assertThat(judged).hasSize(Capacity.JUDGING);
    arriving.forEach(Capacity.Taken::close);
    judged.forEach(Capacity.Taken::close);
    capacity.reading().close();
    capacity.judging().close();
  }

  @Test
  void slow_bodies_make_room_for_others_until_they_are_too_many() throws RefusedException {
    List<Capacity.Taken> slow = new ArrayList<>();
    Capacity.Reading each = capacity.reading();
    while (each.moves()) {
      slow.add(each);
      each = capacity.reading();
    }
    assertThat(slow).hasSize(Capacity.SLOW);
    slow.getFirst().close();
    assertThat(each.moves()).isTrue();
    each.close();
    slow.forEach(Capacity.Taken::close);
    List<Capacity.Taken> all = untilRefused(capacity::reading);
    assertThat(all).hasSize(Capacity.ARRIVING);
    assertThat(all.stream().filter(last -> ((Capacity.Reading) last).moves()))
        .hasSize(Capacity.SLOW);
  }

  /// One that lets somebody in.
  @FunctionalInterface
  private interface Door {
    Capacity.Taken open() throws RefusedException;
  }

  private static List<Capacity.Taken> untilRefused(Door door) {
    List<Capacity.Taken> taken = new ArrayList<>();
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 100_000; i++) {
                taken.add(door.open());
              }
            })
        .isInstanceOfSatisfying(RefusedException.class, CapacityTest::asksAgain);
    return taken;
  }

  @Test
  void small_bodies_do_not_wait_for_the_room_of_large_ones() throws RefusedException {
    try (var _ = capacity.room(BodyReader.LIMIT, OVER);
        var _ = capacity.room(BodyReader.LIMIT, OVER)) {
      assertThatThrownBy(() -> capacity.room(2 * BodyReader.LIMIT, OVER))
          .isInstanceOfSatisfying(RefusedException.class, CapacityTest::asksAgain);
      List<Capacity.Taken> small = untilRefused(() -> capacity.room(Capacity.SMALL_BODY, OVER));
      assertThat(small).hasSize(96);
      small.forEach(Capacity.Taken::close);
    }
  }

  @Test
  void requests_are_counted_from_their_heads_to_their_answers() {
    Capacity.Taken first = capacity.request();
    Capacity.Taken second = capacity.request();
    assertThat(capacity.inFlight()).isEqualTo(2);
    first.close();
    second.close();
    assertThat(capacity.inFlight()).isZero();
  }

  @Test
  void who_waits_too_long_is_told_to_ask_again_while_there_is_time() throws RefusedException {
    try (var _ = capacity.turn(Integer.MAX_VALUE, OVER);
        var _ = capacity.room(BodyReader.LIMIT, OVER);
        var _ = capacity.room(BodyReader.LIMIT, OVER)) {
      Deadline turn = Deadline.in(Duration.ofSeconds(3));
      assertThatThrownBy(() -> capacity.turn(Integer.MAX_VALUE, turn))
          .isInstanceOfSatisfying(RefusedException.class, CapacityTest::asksAgain);
      assertThat(turn.remainingNanos()).isPositive();
      Deadline room = Deadline.in(Duration.ofSeconds(3));
      assertThatThrownBy(() -> capacity.room(BodyReader.LIMIT, room))
          .isInstanceOfSatisfying(RefusedException.class, CapacityTest::asksAgain);
      assertThat(room.remainingNanos()).isPositive();
    }
  }

  /// An API server does, where this header is.
  private static void asksAgain(RefusedException refusal) {
    assertThat(refusal.status()).isEqualTo(503);
    assertThat(refusal.canRetry()).isTrue();
    assertThat(refusal.retryAfter()).isEqualTo(1);
  }
}
