package dev.netlog.cli.input;

import dev.netlog.io.yaml.DeepThreads;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Runs tasks on several threads. The order of the results does not depend on the threads.
public final class Workers implements AutoCloseable {
  private final ExecutorService pool;

  /// Starts up to that many threads, as tasks arrive.
  public Workers(int jobs) {
    pool = Executors.newFixedThreadPool(jobs, DeepThreads.named("netlog-worker"));
  }

  /// A set of tasks that grows while some of them already run.
  public final class Batch<T, R> {
    private final Function<T, R> work;
    private final Map<T, Future<R>> futures = new LinkedHashMap<>();

    private Batch(Function<T, R> work) {
      this.work = work;
    }

    /// Starts the task for one more item.
    public void add(T item) {
      futures.put(item, pool.submit(() -> work.apply(item)));
    }

    /// Waits for all tasks and returns the results in the order of these items.
    public List<R> results(List<T> order) {
      List<R> results = new ArrayList<>(order.size());
      for (T item : order) {
        Future<R> future = futures.get(item);
        if (future == null) {
          throw new IllegalArgumentException("no work was started on " + item);
        }
        results.add(result(future));
      }
      return results;
    }
  }

  /// Starts a batch, to which items are added one by one.
  public <T, R> Batch<T, R> batch(Function<T, R> work) {
    return new Batch<>(work);
  }

  /// Applies a function to each item.
  public <T, R> List<R> map(List<T> items, Function<T, R> work) {
    Batch<T, R> batch = batch(work);
    items.forEach(batch::add);
    return batch.results(items);
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
