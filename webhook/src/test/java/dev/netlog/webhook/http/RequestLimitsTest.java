package dev.netlog.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RequestLimitsTest {
  private static final int SMALL = RequestLimits.SMALL_BODY;
  private static final int LARGE = SMALL + 1;
  private static final Deadline OVER = new Deadline(System.nanoTime());

  private final RequestLimits limits = new RequestLimits();

  @Test
  void oneLargeBodyIsJudgedAtATimeAndSmallOnesBesideIt() throws RefusedException {
    try (var _ = limits.turn(LARGE, OVER)) {
      assertThatThrownBy(() -> limits.turn(LARGE, OVER))
          .isInstanceOfSatisfying(RefusedException.class, RequestLimitsTest::asksAgain);
      limits.turn(SMALL, OVER).close();
    }
    limits.turn(LARGE, OVER).close();
  }

  @Test
  void largeBodiesAreLetInAsFarAsThereIsMemory() throws RefusedException {
    List<RequestLimits.Permit> taken = new ArrayList<>();
    for (int i = 0; i < RequestLimits.LARGE_BODIES; i++) {
      taken.add(limits.largeBody(OVER));
    }
    assertThatThrownBy(() -> limits.largeBody(OVER))
        .isInstanceOfSatisfying(RefusedException.class, RequestLimitsTest::asksAgain);
    taken.getFirst().close();
    limits.largeBody(OVER).close();
  }

  @Test
  void theBodyThatTakesLongestMakesRoomForOthers() {
    List<Integer> ended = new ArrayList<>();
    List<RequestLimits.Permit> waiting = new ArrayList<>();
    for (int i = 0; i < RequestLimits.WAITING; i++) {
      int number = i;
      waiting.add(limits.waiting(() -> ended.add(number)));
    }
    assertThat(ended).isEmpty();
    limits.waiting(() -> ended.add(-1)).close();
    assertThat(ended).containsExactly(0);
    // That one has gone, and so has the second one now.
    waiting.get(1).close();
    RequestLimits.Permit last = limits.waiting(() -> ended.add(-2));
    assertThat(ended).containsExactly(0);
    waiting.forEach(RequestLimits.Permit::close);
    last.close();
  }

  @Test
  void bodiesThatAreWaitedForKeepNoneFromBeingJudged() throws RefusedException {
    for (int i = 0; i < 2 * RequestLimits.WAITING; i++) {
      var _ = limits.waiting(() -> {});
    }
    limits.turn(SMALL, OVER).close();
    limits.largeBody(OVER).close();
  }

  @Test
  void smallReviewsWaitForTheirTurnUpToANumber() throws Exception {
    List<RequestLimits.Permit> judged = new ArrayList<>();
    for (int i = 0; i < RequestLimits.JUDGED; i++) {
      judged.add(limits.turn(SMALL, OVER));
    }
    CountDownLatch started = new CountDownLatch(RequestLimits.QUEUED);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> queued = new ArrayList<>();
      for (int i = 0; i < RequestLimits.QUEUED; i++) {
        queued.add(
            threads.submit(
                () -> {
                  started.countDown();
                  limits.turn(SMALL, Deadline.in(Duration.ofMinutes(3))).close();
                  return true;
                }));
      }
      started.await();
      // The last one may not wait yet, and others need not wait for this.
      assertRefusedSoon();
      judged.forEach(RequestLimits.Permit::close);
      for (Future<?> each : queued) {
        assertThat(each.get()).isEqualTo(true);
      }
    }
    limits.turn(SMALL, OVER).close();
  }

  private void assertRefusedSoon() throws InterruptedException {
    Deadline end = Deadline.in(Duration.ofMinutes(1));
    while (end.remainingNanos() > 0) {
      try {
        limits.turn(SMALL, OVER).close();
      } catch (RefusedException e) {
        asksAgain(e);
        if (String.valueOf(e.getMessage()).equals("too many requests at once")) {
          return;
        }
      }
      Thread.sleep(1);
    }
    throw new AssertionError("nobody was refused");
  }

  @Test
  void requestsAreCountedFromTheirHeadsToTheirAnswers() {
    RequestLimits.Permit first = limits.request();
    RequestLimits.Permit second = limits.request();
    assertThat(limits.inFlight()).isEqualTo(2);
    first.close();
    second.close();
    assertThat(limits.inFlight()).isZero();
  }

  @Test
  void whoWaitsTooLongIsToldToAskAgainWhileThereIsTime() throws RefusedException {
    try (var _ = limits.turn(LARGE, OVER);
        var _ = limits.largeBody(OVER);
        var _ = limits.largeBody(OVER)) {
      Deadline turn = Deadline.in(Duration.ofSeconds(3));
      assertThatThrownBy(() -> limits.turn(LARGE, turn))
          .isInstanceOfSatisfying(RefusedException.class, RequestLimitsTest::asksAgain);
      assertThat(turn.remainingNanos()).isPositive();
      Deadline body = Deadline.in(Duration.ofSeconds(3));
      assertThatThrownBy(() -> limits.largeBody(body))
          .isInstanceOfSatisfying(RefusedException.class, RequestLimitsTest::asksAgain);
      assertThat(body.remainingNanos()).isPositive();
    }
  }

  /// An API server does, where this header is.
  private static void asksAgain(RefusedException refusal) {
    assertThat(refusal.status()).isEqualTo(503);
    assertThat(refusal.canRetry()).isTrue();
    assertThat(refusal.retryAfter()).isEqualTo(1);
  }
}
