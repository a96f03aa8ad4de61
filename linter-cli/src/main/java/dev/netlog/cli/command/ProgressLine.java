package dev.netlog.cli.command;

import dev.netlog.cli.input.Progress;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Shows the progress on one line of a terminal, in runs of more than two seconds.
final class ProgressLine implements Progress {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final PrintStream err;
  private final AtomicInteger read = new AtomicInteger();
  private final AtomicLong next = new AtomicLong(System.nanoTime() + PATIENCE_NANOS);
  private volatile int files;
  private volatile boolean shown;

  ProgressLine(PrintStream err) {
    this.err = err;
  }

  @Override
  public void total(int count) {
    files = count;
  }

  @Override
  public void step() {
    int now = read.incrementAndGet();
    long due = next.get();
    if (System.nanoTime() - due >= 0 && next.compareAndSet(due, System.nanoTime() + PAUSE_NANOS)) {
      shown = true;
      err.print("\rread " + now + (files == 0 ? "" : " of " + files) + " files");
      err.flush();
    }
  }

  @Override
  public void done() {
    if (shown) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }
}
