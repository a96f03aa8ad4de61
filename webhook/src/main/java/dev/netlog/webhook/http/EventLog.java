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

/// The log: one JSON object per line. Never contains bodies or keys; untrusted text is escaped.
///
/// A slow reader of the log must not delay reviews: lines that do not fit into the queue are
/// dropped and counted. Safe for use by several threads.
public final class EventLog implements AutoCloseable {
  private static final int ROOM = 8192;

  /// How long lines are collected: waking up for each line would cost reviews more than the line
  /// itself.
  private static final Duration GATHERING = Duration.ofMillis(10);

  /// Marks the end of the log; no real line is empty.
  private static final byte[] END = {};

  private final BlockingQueue<byte[]> lines = new ArrayBlockingQueue<>(ROOM);
  private final AtomicLong dropped = new AtomicLong();
  private final OutputStream out;
  private final Clock clock;
  private final Thread writer;

  /// The severity of a line.
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

  /// Creates a log that writes to a stream and leaves it open.
  public EventLog(OutputStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
    this.writer = Thread.ofPlatform().name("netlog-log").daemon().start(this::write);
  }

  /// Writes a line with a message.
  public void say(Level level, String event, String message) {
    write(level, event, json -> json.member("message", message));
  }

  /// Writes a line.
  void write(Level level, String event, Members members) {
    long lost = dropped.getAndSet(0);
    if (!lines.offer(line(level, event, members, lost))) {
      // A dropped line that reports other dropped lines adds their number back.
      dropped.addAndGet(lost + 1);
    }
  }

  /// Runs the code that writes a line, without writing it.
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
      // The reader is gone; reviews go on.
      drain();
    }
  }

  /// The last line, with the number of dropped lines that no other line could report.
  private byte[] rest() {
    long lost = dropped.getAndSet(0);
    return lost == 0
        ? END
        : line(
            Level.WARNING,
            "log",
            json ->
                json.member(
                    "message", "lines were dropped because the reader of the log is too slow"),
            lost);
  }

  /// Empties the queue, since the reader is gone, without counting the lines.
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

  /// Waits up to a second until everything is written.
  @Override
  public void close() {
    try {
      // If the reader is gone, the queue stays full and there is nothing to wait for.
      if (lines.offer(END, 1, TimeUnit.SECONDS)) {
        writer.join(1000);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
