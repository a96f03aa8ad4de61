package dev.netlog.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.webhook.http.EventLog.Level;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EventLogTest {
  private static final int MORE_THAN_THERE_IS_ROOM_FOR = 12_000;
  private static final Pattern DROPPED = Pattern.compile("\"droppedLines\":([0-9]+)\\}$");

  private final CountDownLatch reading = new CountDownLatch(1);

  /// A reader that stalls until it is told to read.
  private final ByteArrayOutputStream written =
      new ByteArrayOutputStream() {
        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
          try {
            reading.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          super.write(bytes, from, length);
        }
      };

  private final EventLog log = new EventLog(written, Clock.systemUTC());

  private void write(int lines) {
    for (int i = 0; i < lines; i++) {
      log.say(Level.INFO, "test", "line");
    }
  }

  private List<String> lines() {
    return written.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static long dropped(List<String> lines) {
    return lines.stream()
        .map(DROPPED::matcher)
        .filter(Matcher::find)
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .sum();
  }

  @Test
  void everyLineIsReadOrCountedAsDropped() throws InterruptedException {
    List<Thread> writers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      writers.add(Thread.ofPlatform().start(() -> write(MORE_THAN_THERE_IS_ROOM_FOR / 3)));
    }
    for (Thread writer : writers) {
      writer.join();
    }
    reading.countDown();
    write(100);
    log.close();
    List<String> lines = lines();
    long tests = lines.stream().filter(line -> line.contains("\"event\":\"test\"")).count();
    assertThat(tests).isBetween(8192L, MORE_THAN_THERE_IS_ROOM_FOR + 99L);
    assertThat(tests + dropped(lines)).isEqualTo(MORE_THAN_THERE_IS_ROOM_FOR + 100);
  }

  @Test
  void linesThatNoLaterLineCanTellOfAreToldAtTheEnd() {
    write(MORE_THAN_THERE_IS_ROOM_FOR);
    reading.countDown();
    log.close();
    List<String> lines = lines();
    assertThat(lines.getLast())
        .contains(
            "\"level\":\"warning\",\"event\":\"log\"",
            "\"message\":\"lines were dropped because the reader of the log is too slow\"");
    assertThat(lines.size() - 1 + dropped(lines)).isEqualTo(MORE_THAN_THERE_IS_ROOM_FOR);
  }

  @Test
  void aLogThatWasReadInTimeSaysNothingOfIt() {
    reading.countDown();
    write(3);
    log.close();
    assertThat(lines()).hasSize(3).noneMatch(line -> line.contains("dropped"));
  }
}
