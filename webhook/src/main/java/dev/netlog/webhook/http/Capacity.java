package dev.netlog.webhook.http;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// How much is done at once. The heap is small and fixed, so that whatever arrives must be bounded
/// by number and by size.
///
/// Safe for use by several threads.
final class Capacity {
  /// A body up to this size is small: its tree takes a few megabytes at most, whatever is in it.
  static final int SMALL_BODY = 64 * 1024;

  /// As much of a body that is not there yet needs no room.
  static final int FREE = 16 * 1024;

  /// Bodies that arrive, bodies that are slow to, and reviews that wait for their turn or are
  /// judged. What they hold together is 21 MiB at most; a review is judged in a millisecond.
  static final int ARRIVING = 384;

  static final int SLOW = 192;
  static final int JUDGING = 192;

  /// Who is told to ask again needs time left for that, and gets two thirds of it.
  private static final int SHARE = 3;

  private static final int KIBIBYTE = 1024;

  /// All bodies beyond the small ones: two of the largest at once.
  private static final int LARGE_KIBIBYTES = 15 * 1024;

  /// The small ones that are not there at once, so that they need not wait for large ones.
  private static final int SMALL_KIBIBYTES = 6 * 1024;

  private final AtomicInteger requests = new AtomicInteger();
  private final Semaphore arriving = new Semaphore(ARRIVING);
  private final Semaphore slow = new Semaphore(SLOW);
  private final Semaphore judging = new Semaphore(JUDGING);

  private final Semaphore smallKibibytes = new Semaphore(SMALL_KIBIBYTES);
  private final Semaphore kibibytes = new Semaphore(LARGE_KIBIBYTES, true);
  private final Semaphore small = new Semaphore(8, true);
  private final Semaphore large = new Semaphore(1, true);

  /// Something taken, to be given back.
  interface Taken extends AutoCloseable {
    @Override
    void close();
  }

  int inFlight() {
    return requests.get();
  }

  /// Counts a request, from its head to its answer. It is bounded by what it takes then.
  Taken request() {
    requests.incrementAndGet();
    return requests::decrementAndGet;
  }

  /// Lets a body arrive that is not there yet.
  Reading reading() throws RefusedException {
    return new Reading(now(arriving, "too many requests at once"));
  }

  /// Lets a review wait for its turn, once its body is there: bodies that never come keep none from
  /// being judged.
  Taken judging() throws RefusedException {
    return now(judging, "too many requests at once");
  }

  /// A place among the bodies that arrive. It is for a moment, since the bodies of API servers come
  /// in several pieces too; who is slow has to move to the slow ones, and only keeps those out.
  final class Reading implements Taken {
    private Taken place;
    private boolean over;

    private Reading(Taken place) {
      this.place = place;
    }

    /// Moves to the slow ones; false where they are too many.
    synchronized boolean moves() {
      if (over) {
        return true;
      }
      if (!slow.tryAcquire()) {
        return false;
      }
      place.close();
      place = slow::release;
      return true;
    }

    @Override
    public synchronized void close() {
      if (!over) {
        over = true;
        place.close();
      }
    }
  }

  /// Waits for room for a body: for all of it, or two bodies could wait for each other. Meanwhile
  /// the sender waits too. Who has room has to fill it: see [BodyReader].
  Taken room(int bytes, Deadline deadline) throws RefusedException {
    int wanted = (bytes + KIBIBYTE - 1) / KIBIBYTE;
    Semaphore room = bytes <= SMALL_BODY ? smallKibibytes : kibibytes;
    take(room, wanted, deadline, "too many large requests at once");
    return () -> room.release(wanted);
  }

  /// Waits for a turn to judge a body.
  Taken turn(int bytes, Deadline deadline) throws RefusedException {
    Semaphore turns = bytes <= SMALL_BODY ? small : large;
    take(turns, 1, deadline, "busy: no turn while the caller has time to ask again");
    return turns::release;
  }

  private static Taken now(Semaphore places, String why) throws RefusedException {
    if (!places.tryAcquire()) {
      throw RefusedException.retry(1, why);
    }
    return places::release;
  }

  private static void take(Semaphore semaphore, int wanted, Deadline deadline, String why)
      throws RefusedException {
    try {
      long patience = deadline.remainingNanos() / SHARE;
      if (!semaphore.tryAcquire(wanted, patience, TimeUnit.NANOSECONDS)) {
        throw RefusedException.retry(1, why);
      }
    } catch (InterruptedException e) {
      // The alarm of the body: its time was spent here.
      throw RefusedException.retry(1, why);
    }
  }
}
