package dev.netlog.cli.lint;

import dev.netlog.cli.yaml.DeepThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Work on many things at once, with results in the order of the things.
final class Workers {
  private Workers() {}

  /// Applies a function to each item on that many threads.
  static <T, R> List<R> map(List<T> items, int jobs, Function<T, R> work) {
    if (jobs == 1 || items.size() < 2) {
      return items.stream().map(work).toList();
    }
    ExecutorService pool =
        Executors.newFixedThreadPool(
            Math.min(jobs, items.size()), DeepThreads.named("netlog-reader"));
    try {
      List<Future<R>> futures = new ArrayList<>(items.size());
      for (T item : items) {
        Callable<R> task = () -> work.apply(item);
        futures.add(pool.submit(task));
      }
      List<R> results = new ArrayList<>(items.size());
      for (Future<R> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading has failed", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }
}
