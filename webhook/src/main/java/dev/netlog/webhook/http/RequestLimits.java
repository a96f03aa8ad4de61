package dev.netlog.webhook.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Limits how many requests are in memory at once. The heap is small and fixed, and each request is
/// limited in size, so a limited number of requests limits the memory:
///
/// | requests | at most | total |
/// |---|---|---|
/// | small bodies still being received | 192 of 64 KiB | 12 MiB |
/// | small reviews that wait or are being checked | 192 of 64 KiB | 12 MiB |
/// | large bodies, one of them being checked | 2 of 7 MiB | 14 MiB |
///
/// Safe for use by several threads.
final class RequestLimits {
  /// The largest small body, in bytes; its tree takes a few megabytes at most, whatever it
  /// contains.
  static final int SMALL_BODY = 64 * 1024;

  /// How many bodies can be in transfer at once.
  static final int WAITING = 192;

  /// How many small reviews are checked at once.
  static final int JUDGED = 8;

  static final int QUEUED = 184;

  /// How many large bodies are read at once. One that stalls is given up after a second; a second
  /// one can be read meanwhile.
  static final int LARGE_BODIES = 2;

  /// A request waits at most this fraction of its time, one third; the client needs the rest to
  /// retry.
  private static final int SHARE = 3;

  private final AtomicInteger requests = new AtomicInteger();

  /// How to abort the read of each body, the longest-running first.
  private final LinkedHashMap<Object, Runnable> waiting = new LinkedHashMap<>();

  private final Semaphore smallTurns = new Semaphore(JUDGED, true);
  private final Semaphore largeBodies = new Semaphore(LARGE_BODIES, true);
  private final Semaphore largeTurn = new Semaphore(1, true);

  /// A reserved slot, which is released by closing it.
  interface Permit extends AutoCloseable {
    @Override
    void close();
  }

  int inFlight() {
    return requests.get();
  }

  /// Counts a request from its head to its response. The limits below apply to its parts.
  Permit request() {
    requests.incrementAndGet();
    return requests::decrementAndGet;
  }

  /// Reserves a slot for a body in transfer. If all slots are taken, the longest-running read is
  /// aborted, so that stalled clients only block one another.
  ///
  /// @param end aborts the read of a body; does not block, and may be called after the permit was
  ///   released
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

  /// Waits until one more large body may be in memory, until its response is sent. The client waits
  /// too. The permit must be used at once: see [BodyReader].
  Permit largeBody(Deadline deadline) throws RefusedException {
    return take(largeBodies, deadline, "too many large requests at once");
  }

  /// Waits for a slot to check a body.
  Permit turn(int bytes, Deadline deadline) throws RefusedException {
    if (bytes <= SMALL_BODY && smallTurns.getQueueLength() >= QUEUED) {
      throw RefusedException.retry(1, "too many requests at once");
    }
    Semaphore turns = bytes <= SMALL_BODY ? smallTurns : largeTurn;
    return take(turns, deadline, "busy: no slot became free in time to answer");
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
      // The alarm of the body interrupted the wait: its time is over.
      throw RefusedException.retry(1, why);
    }
  }
}
