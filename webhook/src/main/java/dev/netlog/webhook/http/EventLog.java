package dev.netlog.webhook.http;

import dev.netlog.io.json.JsonWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The log: one JSON object a line. Never holds bodies or keys, and what strangers wrote is
/// escaped.
///
/// A reader that does not keep up must not hold up reviews: what finds no room is dropped and
/// counted. Safe for use by several threads.
public final class EventLog implements AutoCloseable {
  private static final int ROOM = 8192;

  /// To wake up for each line would cost reviews more than the line itself.
  private static final Duration GATHERING = Duration.ofMillis(10);

  /// No line is empty, so an empty one ends them.
  private static final byte[] END = {};

  private final BlockingQueue<byte[]> lines = new ArrayBlockingQueue<>(ROOM);
  private final AtomicLong dropped = new AtomicLong();
  private final OutputStream out;
  private final Clock clock;
  private final Thread writer;

  /// How bad it is.
  public enum Level {
    INFO("info"),
    WARNING("warning"),
    ERROR("error");

    private final String word;

    Level(String word) {
      this.word = word;
    }
  }

  /// Adds members to a line.
  @FunctionalInterface
  public interface Members {
    /// Writes names and values.
    void write(JsonWriter json) throws IOException;
  }

  /// Writes to a stream, which stays open.
  public EventLog(OutputStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
    this.writer = Thread.ofPlatform().name("netlog-log").daemon().start(this::write);
  }

  /// Writes a line with a message for people.
  public void say(Level level, String event, String message) {
    write(level, event, json -> json.member("message", message));
  }

  /// Writes a line.
  void write(Level level, String event, Members members) {
    long lost = dropped.getAndSet(0);
    if (!lines.offer(line(level, event, members, lost))) {
      // A line that says how many are lost takes them with it.
      dropped.addAndGet(lost + 1);
    }
  }

  /// Does all that writing a line takes, and does not write it.
  void rehearse(Level level, String event, Members members) {
    byte[] _ = line(level, event, members, 0);
  }

  private byte[] line(Level level, String event, Members members, long lost) {
    StringBuilder line = new StringBuilder(256);
    try {
      JsonWriter json = new JsonWriter(line, JsonWriter.Layout.COMPACT);
      json.beginObject()
          .member("time", clock.instant().toString())
          .member("level", level.word)
          .member("event", event);
      members.write(json);
      if (lost > 0) {
        json.member("droppedLines", lost);
      }
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  private void write() {
    OutputStream buffered = new BufferedOutputStream(out);
    try {
      byte[] line = lines.take();
      while (line.length > 0) {
        buffered.write(line);
        byte @Nullable [] next = lines.poll();
        if (next == null) {
          buffered.flush();
          Thread.sleep(GATHERING);
          next = lines.take();
        }
        line = next;
      }
      buffered.write(rest());
      buffered.flush();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // Nobody listens any more; reviews go on.
      drain();
    }
  }

  /// What no later line can say any more.
  private byte[] rest() {
    long lost = dropped.getAndSet(0);
    return lost == 0
        ? END
        : line(
            Level.WARNING,
            "log",
            json -> json.member("message", "lines were dropped, since nobody read them in time"),
            lost);
  }

  /// Makes room for lines that nobody will read, nor how many they were.
  private void drain() {
    try {
      byte[] line = lines.take();
      while (line.length > 0) {
        line = lines.take();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Waits a moment until everything is written.
  @Override
  public void close() {
    try {
      // Where nobody reads any more there is no room, and nothing to wait for.
      if (lines.offer(END, 1, TimeUnit.SECONDS)) {
        writer.join(1000);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
