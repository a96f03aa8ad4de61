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
  void requests_are_let_in_up_to_a_number() throws RefusedException {
    List<Capacity.Taken> taken = new ArrayList<>();
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 100_000; i++) {
                taken.add(capacity.request());
              }
            })
        .isInstanceOfSatisfying(RefusedException.class, CapacityTest::asksAgain);
    assertThat(capacity.inFlight()).isEqualTo(taken.size());
    taken.forEach(Capacity.Taken::close);
    assertThat(capacity.inFlight()).isZero();
  }

  @Test
  void who_waits_too_long_is_told_to_ask_again() throws RefusedException {
    try (var _ = capacity.turn(Integer.MAX_VALUE, OVER)) {
      Deadline soon = Deadline.in(Duration.ofMillis(5));
      assertThatThrownBy(() -> capacity.turn(Integer.MAX_VALUE, soon))
          .isInstanceOf(RefusedException.class);
    }
  }

  /// An API server does, where this header is.
  private static void asksAgain(RefusedException refusal) {
    assertThat(refusal.status()).isEqualTo(503);
    assertThat(refusal.canRetry()).isTrue();
    assertThat(refusal.retryAfter()).isEqualTo(1);
  }
}
