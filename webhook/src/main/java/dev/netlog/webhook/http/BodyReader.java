package dev.netlog.webhook.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Reads bodies: up to a size, within a time, and as memory allows.
final class BodyReader {
  /// More than whatever an API server can store, however its JSON is escaped.
  static final int LIMIT = 7 * 1024 * 1024;

  /// An API server sends a body at once. Who takes longer is no API server.
  private static final Duration TIME = Duration.ofSeconds(10);

  private static final int FIRST = 8 * 1024;

  private final Capacity capacity;
  private final ScheduledExecutorService alarms;

  /// @param alarms end reads that take too long
  BodyReader(Capacity capacity, ScheduledExecutorService alarms) {
    this.capacity = capacity;
    this.alarms = alarms;
  }

  /// A body and the room it takes.
  static final class Body implements AutoCloseable {
    private final byte[] bytes;
    private final Capacity.Taken room;

    private Body(byte[] bytes, Capacity.Taken room) {
      this.bytes = bytes;
      this.room = room;
    }

    byte[] bytes() {
      return bytes;
    }

    @Override
    public void close() {
      room.close();
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
    Watch watch = new Watch(Thread.currentThread());
    ScheduledFuture<?> alarm =
        alarms.schedule(watch::ring, deadline.orIn(TIME).remainingNanos(), TimeUnit.NANOSECONDS);
    try {
      return read(in, announced);
    } catch (IOException e) {
      if (watch.hasRung()) {
        throw RefusedException.of(408, "the body did not arrive in time");
      }
      throw e;
    } finally {
      alarm.cancel(false);
      watch.stop();
    }
  }

  private Body read(InputStream in, long announced) throws RefusedException, IOException {
    byte[] bytes = new byte[announced > 0 ? (int) Math.min(announced, Capacity.SMALL_BODY) : FIRST];
    int length = 0;
    Capacity.Taken room = null;
    try {
      while (true) {
        int read = in.read(bytes, length, bytes.length - length);
        if (read < 0) {
          Body body =
              new Body(length == bytes.length ? bytes : Arrays.copyOf(bytes, length), kept(room));
          room = null;
          return body;
        }
        length += read;
        if (length == bytes.length) {
          if (length == announced) {
            Body body = new Body(bytes, kept(room));
            room = null;
            return body;
          }
          int larger = larger(length, announced);
          Capacity.Taken more = larger <= Capacity.SMALL_BODY ? null : capacity.room(larger);
          bytes = Arrays.copyOf(bytes, larger);
          if (room != null) {
            room.close();
          }
          room = more;
        }
      }
    } finally {
      if (room != null) {
        room.close();
      }
    }
  }

  private static Capacity.Taken kept(Capacity.@Nullable Taken room) {
    return room == null ? () -> {} : room;
  }

  private static int larger(int length, long announced) throws RefusedException {
    if (length > LIMIT) {
      throw tooLarge();
    }
    int doubled = Math.min(2 * length, LIMIT + 1);
    return announced > length ? (int) Math.min(announced, 4L * length) : doubled;
  }

  private static RefusedException tooLarge() {
    return RefusedException.of(413, "the body is larger than 7 MiB");
  }

  /// Interrupts a read that takes too long, and nothing that comes after it.
  private static final class Watch {
    private final Thread reader;
    private boolean over;
    private boolean rung;

    Watch(Thread reader) {
      this.reader = reader;
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
