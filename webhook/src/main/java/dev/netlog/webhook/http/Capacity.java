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

  /// Requests that are read, wait or are judged. More than an API server has in flight.
  private static final int REQUESTS = 384;

  private static final int KIBIBYTE = 1024;

  /// All bodies beyond the small ones: two of the largest at once.
  private static final int LARGE_KIBIBYTES = 15 * 1024;

  private final AtomicInteger requests = new AtomicInteger();
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

  /// Lets a request in.
  Taken request() throws RefusedException {
    if (requests.incrementAndGet() > REQUESTS) {
      requests.decrementAndGet();
      throw RefusedException.retry(1, "too many requests at once");
    }
    return requests::decrementAndGet;
  }

  /// Waits for room for a body that is not small: for all of it, or two bodies could wait for each
  /// other. Meanwhile the sender waits too. Who has room has to fill it: see [BodyReader].
  Taken room(int bytes, Deadline deadline) throws RefusedException {
    int wanted = (bytes + KIBIBYTE - 1) / KIBIBYTE;
    take(kibibytes, wanted, deadline, "too many large requests at once");
    return () -> kibibytes.release(wanted);
  }

  /// Waits for a turn to judge a body.
  Taken turn(int bytes, Deadline deadline) throws RefusedException {
    Semaphore turns = bytes <= SMALL_BODY ? small : large;
    take(turns, 1, deadline, "busy: no turn within the time that the caller waits");
    return turns::release;
  }

  private static void take(Semaphore semaphore, int wanted, Deadline deadline, String why)
      throws RefusedException {
    try {
      if (!semaphore.tryAcquire(wanted, deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
        throw RefusedException.retry(1, why);
      }
    } catch (InterruptedException e) {
      // The alarm of the body: its time was spent here.
      throw RefusedException.retry(1, why);
    }
  }
}
