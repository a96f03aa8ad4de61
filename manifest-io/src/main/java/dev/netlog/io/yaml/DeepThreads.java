package dev.netlog.io.yaml;

import java.util.concurrent.ThreadFactory;

/// Threads with a stack for documents of the depth that kubectl takes.
public final class DeepThreads {
  /// Reserved, not used: a stack takes memory only as deep as it is gone. Chosen generously; that
  /// 10,000 levels fit is held by tests.
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
