package dev.netlog.benchmarks;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.io.files.FileBytes;
import dev.netlog.io.files.FileFinder;
import dev.netlog.io.files.InputFile;
import dev.netlog.cli.lint.LintRequest;
import dev.netlog.cli.lint.LintService;
import dev.netlog.cli.input.Progress;
import dev.netlog.cli.report.OutputSettings;
import dev.netlog.cli.report.ReportFormat;
import dev.netlog.cli.report.ReportFormats;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/// How much the whole of `lint` costs against reading the files and composing their nodes.
public final class CorpusBenchmark {
  private static final int WARM_UPS = 3;
  private static final int ROUNDS = 9;

  private CorpusBenchmark() {}

  /// Prints medians and their ratio.
  ///
  /// @param arguments the folder to read
  public static void main(String[] arguments) throws Exception {
    Path corpus = Path.of(arguments[0]).toAbsolutePath();
    List<InputFile> files = FileFinder.find(corpus, List.of(".")).files();
    if (files.isEmpty()) {
      throw new IllegalArgumentException("no manifest in " + corpus);
    }
    int jobs = Runtime.getRuntime().availableProcessors();
    Sample floor = new Sample();
    Sample lint = new Sample();
    for (int round = -WARM_UPS; round < ROUNDS; round++) {
      floor.take(round >= 0, () -> compose(files, jobs));
      lint.take(round >= 0, () -> lint(corpus, jobs));
    }
    System.out.printf(
        "%d files, %d rounds, %d jobs%n"
            + "read and compose (SnakeYAML Composer): wall %.0f ms, CPU %.0f ms%n"
            + "lint --format json, all of it:         wall %.0f ms, CPU %.0f ms%n"
            + "lint / read and compose: wall %.2f, CPU %.2f (aim 1.5, moonshot 1.2)%n",
        files.size(),
        ROUNDS,
        jobs,
        floor.wall(),
        floor.cpu(),
        lint.wall(),
        lint.cpu(),
        lint.wall() / floor.wall(),
        lint.cpu() / floor.cpu());
  }

  private static void compose(List<InputFile> files, int jobs) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(jobs);
    try {
      List<Future<Integer>> results = new ArrayList<>();
      for (InputFile file : files) {
        results.add(pool.submit(() -> documents(file.file())));
      }
      int documents = 0;
      for (Future<Integer> result : results) {
        documents += result.get();
      }
      if (documents < files.size() / 2) {
        throw new ExecutionException(new IllegalStateException("hardly anything was read"));
      }
    } finally {
      pool.shutdown();
    }
  }

  private static int documents(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    int documents = 0;
    try {
      LoaderOptions options = new LoaderOptions();
      options.setCodePointLimit(Integer.MAX_VALUE);
      Composer composer =
          new Composer(new ParserImpl(new StreamReader(text), options), new Resolver(), options);
      while (composer.checkNode()) {
        Objects.requireNonNull(composer.getNode());
        documents++;
      }
    } catch (YAMLException e) {
      return documents + 1;
    }
    return documents;
  }

  private static void lint(Path corpus, int jobs) throws IOException {
    LintRequest request =
        new LintRequest(
            corpus,
            List.of("."),
            Set.of(),
            false,
            jobs,
            new FileBytes(10L * 1024 * 1024, InputStream.nullInputStream()),
            Progress.NONE);
    ReportFormat json = Objects.requireNonNull(ReportFormats.of("json"));
    json.write(
        new LintService(RuleCatalog.standard()).lint(request).report(),
        OutputSettings.PLAIN,
        OutputStream.nullOutputStream());
  }

  private interface Work {
    void run() throws Exception;
  }

  /// Times of one side; the process's CPU time counts all threads.
  private static final class Sample {
    private final double[] wall = new double[ROUNDS];
    private final double[] cpu = new double[ROUNDS];
    private int taken;

    void take(boolean counts, Work work) throws Exception {
      long startCpu = cpuNanos();
      long start = System.nanoTime();
      work.run();
      if (counts) {
        wall[taken] = (System.nanoTime() - start) / 1e6;
        cpu[taken] = (cpuNanos() - startCpu) / 1e6;
        taken++;
      }
    }

    double wall() {
      return median(wall);
    }

    double cpu() {
      return median(cpu);
    }

    private static double median(double[] values) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      return sorted[sorted.length / 2];
    }

    private static long cpuNanos() {
      return ((com.sun.management.OperatingSystemMXBean)
              ManagementFactory.getOperatingSystemMXBean())
          .getProcessCpuTime();
    }
  }
}
