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

  /// All bodies beyond the small ones.
  private static final int LARGE_KIBIBYTES = 16 * 1024;

  private final AtomicInteger requests = new AtomicInteger();
  private final Semaphore kibibytes = new Semaphore(LARGE_KIBIBYTES);
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

  /// Room for a body that is not small.
  Taken room(int bytes) throws RefusedException {
    int wanted = (bytes + KIBIBYTE - 1) / KIBIBYTE;
    if (!kibibytes.tryAcquire(wanted)) {
      throw RefusedException.retry(1, "too many large requests at once");
    }
    return () -> kibibytes.release(wanted);
  }

  /// Waits for a turn to judge a body.
  Taken turn(int bytes, Deadline deadline) throws RefusedException {
    Semaphore turns = bytes <= SMALL_BODY ? small : large;
    try {
      if (!turns.tryAcquire(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
        throw RefusedException.retry(1, "busy: no turn within the time that the caller waits");
      }
      return turns::release;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw RefusedException.retry(0, "the server ends");
    }
  }
}
