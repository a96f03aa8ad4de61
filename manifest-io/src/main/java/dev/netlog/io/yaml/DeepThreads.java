package dev.netlog.io.yaml;

import java.util.concurrent.ThreadFactory;

/// Threads with a stack that is large enough for the deepest documents that kubectl accepts.
public final class DeepThreads {
  /// Reserved address space: memory is used only as deep as the stack grows. Tests check that it is
  /// enough for 10,000 levels.
  private static final long STACK_BYTES = 256L * 1024 * 1024;

  private DeepThreads() {}

  /// Makes daemon threads of this name.
  public static ThreadFactory named(String name) {
    return task -> {
      Thread thread = new Thread(null, task, name, STACK_BYTES);
      thread.setDaemon(true);
      return thread;
    };
  }
}
