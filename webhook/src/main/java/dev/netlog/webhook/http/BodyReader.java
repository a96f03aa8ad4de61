package dev.netlog.webhook.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// Reads request bodies within limits of size, time and memory.
///
/// The first 16 KiB of a body have three seconds, and their memory grows as they arrive: a client
/// that announces a large body and sends nothing costs a few kilobytes.
///
/// A large body blocks others while it is read, so each 128 KiB of it have to arrive within a
/// second, or the read is aborted. A client that stalls thus blocks others for one second only, and
/// not for the whole time that a body may take. API servers are much faster, even if this server is
/// short of CPU.
final class BodyReader {
  /// The largest body, in bytes; more than any object that an API server can store, whatever its
  /// JSON escapes.
  static final int LIMIT = 7 * 1024 * 1024;

  /// The time limit for a body. API servers send a body at once.
  private static final Duration TIME = Duration.ofSeconds(10);

  /// How many bytes of a body are read before a large one waits for its permit.
  private static final int START = 16 * 1024;

  /// The time limit for the start of a body.
  static final Duration START_TIME = Duration.ofSeconds(3);

  private static final int FIRST = 8 * 1024;

  /// How many bytes of a large body have to arrive within [#STEP_TIME].
  static final int STEP = 128 * 1024;

  private static final Duration STEP_TIME = Duration.ofSeconds(1);

  /// The time that a client needs for a retry: it waits a second first.
  private static final Duration AGAIN = Duration.ofMillis(1500);

  private final RequestLimits limits;
  private final ScheduledExecutorService alarms;

  /// @param alarms interrupts reads that take too long
  BodyReader(RequestLimits limits, ScheduledExecutorService alarms) {
    this.limits = limits;
    this.alarms = alarms;
  }

  /// A body with its memory permit.
  static final class Body implements AutoCloseable {
    private final byte[] bytes;
    private final RequestLimits.Permit permit;

    private Body(byte[] bytes, RequestLimits.Permit permit) {
      this.bytes = bytes;
      this.permit = permit;
    }

    byte[] bytes() {
      return bytes;
    }

    @Override
    public void close() {
      permit.close();
    }
  }

  /// Reads a body to its end.
  ///
  /// @param announced the Content-Length, -1 if there is none
  Body read(InputStream in, long announced, Deadline deadline)
      throws RefusedException, IOException {
    if (announced > LIMIT) {
      throw tooLarge();
    }
    if (announced >= 0 && announced <= RequestLimits.SMALL_BODY && in.available() >= announced) {
      // The whole body has arrived already, as nearly all small ones have.
      return new Body(in.readNBytes((int) announced), () -> {});
    }
    return arriving(in, announced, deadline);
  }

  private Body arriving(InputStream in, long announced, Deadline deadline)
      throws RefusedException, IOException {
    Deadline due = deadline.orIn(TIME);
    Watch watch = new Watch(Thread.currentThread());
    ScheduledFuture<?> start = alarm(watch::ring, deadline.orIn(START_TIME));
    ScheduledFuture<?> end = start;
    RequestLimits.Permit place = limits.waiting(watch::giveUp);
    try {
      byte[] bytes = start(in, announced);
      if (bytes.length < START || bytes.length == announced) {
        return new Body(bytes, () -> {});
      }
      start.cancel(false);
      end = alarm(watch::ring, due);
      if (announced >= 0 && announced <= RequestLimits.SMALL_BODY) {
        return new Body(rest(in, bytes, (int) announced), () -> {});
      }
      RequestLimits.Permit permit = limits.largeBody(due);
      // From here on the minimum rate applies, and the read is not aborted in favour of others.
      place.close();
      return large(new Paced(in, watch), bytes, announced, permit);
    } catch (IOException e) {
      if (watch.hasRung()) {
        throw watch.refusal(deadline);
      }
      throw e;
    } finally {
      start.cancel(false);
      end.cancel(false);
      place.close();
      watch.stop();
    }
  }

  private ScheduledFuture<?> alarm(Runnable ring, Deadline when) {
    return alarms.schedule(ring, when.remainingNanos(), TimeUnit.NANOSECONDS);
  }

  /// Reads the start of a body, for which no permit is needed, into memory that grows as it
  /// arrives.
  private static byte[] start(InputStream in, long announced) throws IOException {
    int most = announced < 0 ? START : (int) Math.min(announced, START);
    byte[] bytes = new byte[Math.min(FIRST, most)];
    int length = in.readNBytes(bytes, 0, bytes.length);
    while (length == bytes.length && length < most) {
      bytes = Arrays.copyOf(bytes, Math.min(2 * length, most));
      length += in.readNBytes(bytes, length, bytes.length - length);
    }
    return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
  }

  /// Reads a small body; returns less if the client ends early.
  private static byte[] rest(InputStream in, byte[] start, int announced) throws IOException {
    byte[] bytes = Arrays.copyOf(start, announced);
    int length = start.length + in.readNBytes(bytes, start.length, announced - start.length);
    return length == announced ? bytes : Arrays.copyOf(bytes, length);
  }

  private Body large(Paced paced, byte[] start, long announced, RequestLimits.Permit permit)
      throws RefusedException, IOException {
    try {
      byte[] bytes = announced < 0 ? grown(start, paced) : Arrays.copyOf(start, (int) announced);
      int length = announced < 0 ? bytes.length : start.length + read(paced, bytes, start.length);
      if (length > LIMIT) {
        throw tooLarge();
      }
      return new Body(length == bytes.length ? bytes : Arrays.copyOf(bytes, length), permit);
    } catch (RefusedException | IOException | RuntimeException e) {
      permit.close();
      throw e;
    }
  }

  /// Reads a body of unknown length, up to one byte more than allowed.
  private byte[] grown(byte[] start, Paced paced) throws IOException {
    byte[] bytes = start;
    int length = start.length;
    while (length == bytes.length && length <= LIMIT) {
      bytes = Arrays.copyOf(bytes, Math.min(4 * length, LIMIT + 1));
      length += read(paced, bytes, length);
    }
    return Arrays.copyOf(bytes, length);
  }

  /// The stream of a body, with the watch that interrupts it.
  private record Paced(InputStream in, Watch watch) {}

  /// Fills an array from an index on, step by step. Returns how many bytes were read; fewer than
  /// requested if the body ends.
  private int read(Paced paced, byte[] bytes, int from) throws IOException {
    int length = from;
    int wanted = from;
    while (length == wanted && length < bytes.length) {
      wanted = Math.min(length + STEP, bytes.length);
      ScheduledFuture<?> alarm =
          alarms.schedule(paced.watch()::ring, STEP_TIME.toNanos(), TimeUnit.NANOSECONDS);
      length += paced.in().readNBytes(bytes, length, wanted - length);
      alarm.cancel(false);
    }
    return length - from;
  }

  private static RefusedException tooLarge() {
    return RefusedException.of(413, "the body is larger than 7 MiB");
  }

  /// Interrupts a read that takes too long, and no later code.
  private static final class Watch {
    private final Thread reader;
    private boolean over;
    private boolean rung;
    private boolean crowded;

    Watch(Thread reader) {
      this.reader = reader;
    }

    /// Aborts the read because too many bodies are in transfer.
    synchronized void giveUp() {
      if (!over) {
        crowded = true;
        ring();
      }
    }

    /// The error for the client. It is asked to retry if it has time left, since a server short of
    /// CPU cannot tell whether itself or the client is slow.
    synchronized RefusedException refusal(Deadline deadline) {
      if (crowded) {
        return RefusedException.retryUnread(1, "busy: too many slow bodies at once");
      }
      return deadline.remainingNanos() > AGAIN.toNanos()
          ? RefusedException.retryUnread(1, "the body did not arrive in time; send it again")
          : RefusedException.of(408, "the body did not arrive in time");
    }

    synchronized void ring() {
      if (!over) {
        rung = true;
        reader.interrupt();
      }
    }

    synchronized boolean hasRung() {
      return rung;
    }

    synchronized void stop() {
      over = true;
      if (rung) {
        // Clears the interrupt if the read had already ended.
        boolean _ = Thread.interrupted();
      }
    }
  }
}
