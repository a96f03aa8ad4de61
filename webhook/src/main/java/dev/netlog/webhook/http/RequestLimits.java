package dev.netlog.webhook.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Limits how many requests are in memory at once. The heap is small and fixed, and the size of
/// each request is limited, so numbers limit the memory:
///
/// | what | at most | together |
/// |---|---|---|
/// | small bodies that are not there yet | 192 of 64 KiB | 12 MiB |
/// | small reviews that wait or are judged | 192 of 64 KiB | 12 MiB |
/// | large bodies, one of them judged | 2 of 7 MiB | 14 MiB |
///
/// Safe for use by several threads.
final class RequestLimits {
  /// A body up to this size is small: its tree takes a few megabytes at most, whatever is in it.
  static final int SMALL_BODY = 64 * 1024;

  /// How many bodies that are not there yet are waited for.
  static final int WAITING = 192;

  /// How many small reviews are judged at once, and how many more may wait for that.
  static final int JUDGED = 8;

  static final int QUEUED = 184;

  /// A large body that stalls keeps its place for a second, so a second one can be read meanwhile.
  static final int LARGE_BODIES = 2;

  /// Who is told to ask again needs time left for that, and gets two thirds of it.
  private static final int SHARE = 3;

  private final AtomicInteger requests = new AtomicInteger();

  /// How to end the wait for each body, the one that takes longest first.
  private final LinkedHashMap<Object, Runnable> waiting = new LinkedHashMap<>();

  private final Semaphore smallTurns = new Semaphore(JUDGED, true);
  private final Semaphore largeBodies = new Semaphore(LARGE_BODIES, true);
  private final Semaphore largeTurn = new Semaphore(1, true);

  /// Something taken, to be given back.
  interface Permit extends AutoCloseable {
    @Override
    void close();
  }

  int inFlight() {
    return requests.get();
  }

  /// Counts a request, from its head to its answer. It is bounded by what it takes then.
  Permit request() {
    requests.incrementAndGet();
    return requests::decrementAndGet;
  }

  /// Waits for a body that is not there yet. Where too many are waited for, the one that takes
  /// longest is given up: so senders that stall keep out only one another.
  ///
  /// @param end gives a body up; does not wait, and may be called after the permit was given back
  Permit waiting(Runnable end) {
    Object place = new Object();
    Map.Entry<Object, Runnable> longest;
    synchronized (waiting) {
      longest = waiting.size() < WAITING ? null : waiting.pollFirstEntry();
      waiting.put(place, end);
    }
    if (longest != null) {
      longest.getValue().run();
    }
    return () -> leave(place);
  }

  private void leave(Object place) {
    synchronized (waiting) {
      waiting.remove(place);
    }
  }

  /// Waits until one more large body may be in memory, from now to its answer. Meanwhile the sender
  /// waits too. Who has the permit has to use it: see [BodyReader].
  Permit largeBody(Deadline deadline) throws RefusedException {
    return take(largeBodies, deadline, "too many large requests at once");
  }

  /// Waits for a turn to judge a body.
  Permit turn(int bytes, Deadline deadline) throws RefusedException {
    if (bytes <= SMALL_BODY && smallTurns.getQueueLength() >= QUEUED) {
      throw RefusedException.retry(1, "too many requests at once");
    }
    Semaphore turns = bytes <= SMALL_BODY ? smallTurns : largeTurn;
    return take(turns, deadline, "busy: no turn while the caller has time to ask again");
  }

  private static Permit take(Semaphore permits, Deadline deadline, String why)
      throws RefusedException {
    try {
      long patience = deadline.remainingNanos() / SHARE;
      if (!permits.tryAcquire(patience, TimeUnit.NANOSECONDS)) {
        throw RefusedException.retry(1, why);
      }
      return permits::release;
    } catch (InterruptedException e) {
      // The alarm of the body: its time was spent here.
      throw RefusedException.retry(1, why);
    }
  }
}
