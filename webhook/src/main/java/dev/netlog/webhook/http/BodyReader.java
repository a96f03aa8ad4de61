package dev.netlog.webhook.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// Reads bodies: up to a size, within a time, and as memory allows.
///
/// The first 16 KiB of a body have three seconds, and the memory for them is taken as they come:
/// who announces much and sends nothing costs a few kilobytes.
///
/// A large body that is read keeps others from being read, so each 128 KiB of it have to come
/// within a second, or it is given up. So senders that announce much and then stall cost others a
/// second and not all the time that a body may take. An API server is far from it, also where this
/// server is short of CPU.
final class BodyReader {
  /// More than whatever an API server can store, however its JSON is escaped.
  static final int LIMIT = 7 * 1024 * 1024;

  /// An API server sends a body at once. Who takes longer is no API server.
  private static final Duration TIME = Duration.ofSeconds(10);

  /// As much of a body is read before a large one waits for its permit.
  private static final int START = 16 * 1024;

  /// For the start of a body.
  static final Duration START_TIME = Duration.ofSeconds(3);

  private static final int FIRST = 8 * 1024;

  /// How much of a large body has to arrive within [#STEP_TIME].
  static final int STEP = 128 * 1024;

  private static final Duration STEP_TIME = Duration.ofSeconds(1);

  /// Who asks again waits for a second first.
  private static final Duration AGAIN = Duration.ofMillis(1500);

  private final RequestLimits limits;
  private final ScheduledExecutorService alarms;

  /// @param alarms end reads that take too long
  BodyReader(RequestLimits limits, ScheduledExecutorService alarms) {
    this.limits = limits;
    this.alarms = alarms;
  }

  /// A body and the permit to have it in memory.
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
  /// @param announced its length as the sender says, -1 where it says nothing
  Body read(InputStream in, long announced, Deadline deadline)
      throws RefusedException, IOException {
    if (announced > LIMIT) {
      throw tooLarge();
    }
    if (announced >= 0 && announced <= RequestLimits.SMALL_BODY && in.available() >= announced) {
      // All of it is here, as small ones nearly always are: nothing to wait for.
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
      // From here on it has a rate, and is not given up for others.
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

  /// As much as needs no room, in memory that grows with it.
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

  /// A small body, less where the sender ends early.
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

  /// What a sender sends who does not say how much it is, up to a byte more than is allowed.
  private byte[] grown(byte[] start, Paced paced) throws IOException {
    byte[] bytes = start;
    int length = start.length;
    while (length == bytes.length && length <= LIMIT) {
      bytes = Arrays.copyOf(bytes, Math.min(4 * length, LIMIT + 1));
      length += read(paced, bytes, length);
    }
    return Arrays.copyOf(bytes, length);
  }

  /// What sends a body, and who ends the wait for it.
  private record Paced(InputStream in, Watch watch) {}

  /// Fills an array from an index on, step by step; how much it was, less than there is room for
  /// where the body ends.
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

  /// Interrupts a read that takes too long, and nothing that comes after it.
  private static final class Watch {
    private final Thread reader;
    private boolean over;
    private boolean rung;
    private boolean crowded;

    Watch(Thread reader) {
      this.reader = reader;
    }

    /// Ends the read of a body where too many are waited for.
    synchronized void giveUp() {
      if (!over) {
        crowded = true;
        ring();
      }
    }

    /// What the sender is told: to ask again while it has time for that, since a server short of
    /// CPU cannot tell whether it or the sender is slow.
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
        // Consumes the interrupt where the read had ended already.
        boolean _ = Thread.interrupted();
      }
    }
  }
}
