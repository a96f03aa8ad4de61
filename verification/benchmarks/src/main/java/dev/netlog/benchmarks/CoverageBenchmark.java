package dev.netlog.benchmarks;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.input.Workers;
import dev.netlog.io.yaml.Manifest;
import dev.netlog.io.yaml.ManifestReader;
import dev.netlog.coverage.Counter;
import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.points.CoverageEngine;
import dev.netlog.coverage.input.TargetInput;
import dev.netlog.inventory.Assumptions;
import dev.netlog.model.Resource;
import dev.netlog.platform.Platform;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// How much coverage costs against reading the same files, and how the cost grows with namespaces.
///
/// Both sides use all processors; times are medians of one process.
public final class CoverageBenchmark {
  private static final int WORKLOADS = 10;
  private static final int POLICIES = 5;

  private CoverageBenchmark() {}

  /// Prints a line for each size.
  public static void main(String[] arguments) throws Exception {
    int jobs = Runtime.getRuntime().availableProcessors();
    System.out.printf(
        "%d workloads and %d policies a namespace, %d jobs%n", WORKLOADS, POLICIES, jobs);
    System.out.println(
        "namespaces   objects    points   read ms   coverage ms   us a namespace   coverage / read");
    measure(100, 15, jobs);
    measure(1_000, 7, jobs);
    measure(2_000, 5, jobs);
    measure(10_000, 3, jobs);
  }

  private static void measure(int namespaces, int rounds, int jobs) {
    List<String> files = Fleet.files(namespaces, WORKLOADS, POLICIES);
    double[] read = new double[rounds];
    double[] judge = new double[rounds];
    int objects = 0;
    long points = 0;
    try (Workers workers = new Workers(jobs)) {
      for (int round = -2; round < rounds; round++) {
        Timed<List<Resource>> resources = time(() -> read(files, workers));
        Timed<Coverage> coverage = time(() -> judge(resources.result(), workers));
        objects = resources.result().size();
        points = coverage.result().tally(Counter.VERDICT).total();
        if (round >= 0) {
          read[round] = resources.millis();
          judge[round] = coverage.millis();
        }
      }
    }
    double reading = median(read);
    double judging = median(judge);
    System.out.printf(
        "%10d %9d %9d %9.0f %13.0f %16.0f %17.2f%n",
        namespaces,
        objects,
        points,
        reading,
        judging,
        judging * 1000 / namespaces,
        judging / reading);
  }

  private static List<Resource> read(List<String> files, Workers workers) {
    ManifestReader reader = new ManifestReader(RuleCatalog.standard());
    return workers
        .map(files, text -> reader.read("a.yaml", text.getBytes(StandardCharsets.UTF_8)))
        .stream()
        .map(Manifest::resources)
        .flatMap(List::stream)
        .toList();
  }

  private static Coverage judge(List<Resource> resources, Workers workers) {
    Platform gke =
        RuleCatalog.standard().platforms().stream()
            .filter(platform -> platform.id().equals("gke"))
            .findFirst()
            .orElseThrow();
    return CoverageEngine.ipv4()
        .evaluate(
            TargetInput.of(gke, resources, Assumptions.NONE),
            new CoverageEngine.Parallel() {
              @Override
              public <T, R> List<R> map(List<T> items, Function<T, R> work) {
                return workers.map(items, work);
              }
            });
  }

  private record Timed<T>(T result, double millis) {}

  private static <T> Timed<T> time(Supplier<T> work) {
    long start = System.nanoTime();
    T result = work.get();
    return new Timed<>(result, (System.nanoTime() - start) / 1e6);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
