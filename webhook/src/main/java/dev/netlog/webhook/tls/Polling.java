package dev.netlog.webhook.tls;

import java.time.Duration;
import java.util.function.Supplier;

/// Runs a task repeatedly on its own thread, until it is closed.
public final class Polling implements AutoCloseable {
  private final Supplier<Duration> task;
  private final Thread thread;

  /// @param task returns the delay before the next run; must not throw
  public Polling(String name, Supplier<Duration> task) {
    this.task = task;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(task.get());
      }
    } catch (InterruptedException _) {
      // Closed: the thread ends.
    }
  }
}
