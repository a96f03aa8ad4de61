package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.cli.change.ChangedTree;
import dev.netlog.cli.change.Way;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A change of one to three files that takes a record away from a connection fails the gate; one
/// that no connection notices passes it. The judge lists the connections of both clusters, and asks
/// the program nothing.
final class AnyChangesTest {
  /// How many repositories of each way to change one: `-Dchanges=N`.
  private static final int EACH = Integer.getInteger("changes", 5);

  /// Which of them: `-Dchanges.seed=N`.
  private static final long SEED = Long.getLong("changes.seed", 0);

  /// How many failures are made small and printed.
  private static final int SHOWN = Integer.getInteger("changes.shown", 3);

  private static final List<String> GATE =
      List.of(
          "coverage . --base main --config-from base --governance --format json".split(" ", -1));

  @TempDir Path temporary;

  private final Map<Way, Integer> lost = new TreeMap<>();
  private final Map<Way, Integer> passed = new TreeMap<>();
  private final List<ChangedTree> missed = new ArrayList<>();
  private final List<ChangedTree> refused = new ArrayList<>();
  private int runs;

  @Test
  void theGateFailsForALostRecordAndForNothingElse() {
    int number = 0;
    for (Way way : Way.values()) {
      number++;
      for (int i = 0; i < EACH; i++) {
        check(way, ChangedTree.of(way, SEED + 100_000L * number + i));
      }
    }
    System.out.println("changes that take a record away, by how they begin: " + lost);
    System.out.println("changes that no connection notices: " + passed);
    System.out.printf(
        "%d changes: %d take a record away, %d of them pass; %d are neutral, %d of them fail%n",
        runs, sum(lost), missed.size(), sum(passed), refused.size());
    List<String> wrong = new ArrayList<>();
    shown(missed, this::isMissed).forEach(each -> wrong.add("\nLOST AND PASSES: " + each));
    shown(refused, this::isRefused).forEach(each -> wrong.add("\nNEUTRAL AND FAILS: " + each));
    assertThat(wrong).isEmpty();
    assertThat(sum(lost)).isGreaterThan(10 * EACH);
    assertThat(sum(passed)).isGreaterThan(15 * EACH);
    assertThat(lost).hasSizeGreaterThan(EACH > 4 ? 20 : 0);
    assertThat(passed).hasSizeGreaterThan(EACH > 4 ? 18 : 0);
  }

  private static int sum(Map<Way, Integer> counts) {
    return counts.values().stream().mapToInt(each -> each).sum();
  }

  private void check(Way way, ChangedTree change) {
    if (!change.losses().isEmpty()) {
      lost.merge(way, 1, Integer::sum);
      if (!fails(run(change))) {
        missed.add(change);
      }
    } else if (change.isNeutral()) {
      passed.merge(way, 1, Integer::sum);
      if (run(change).code() != 0) {
        refused.add(change);
      }
    }
  }

  private boolean isMissed(ChangedTree change) {
    return !change.losses().isEmpty() && !fails(run(change));
  }

  private boolean isRefused(ChangedTree change) {
    return change.isNeutral() && run(change).code() == 1;
  }

  /// A gate that fails, or a run that says why it has none.
  private static boolean fails(Run run) {
    return run.code() == 1 || (run.code() == 2 && !run.err().isEmpty());
  }

  private Run run(ChangedTree change) {
    Path folder = temporary.resolve("r" + runs++);
    try {
      Files.createDirectories(folder);
      Repository.in(folder).branches(change.base().texts(), change.head().texts());
      Run run = Run.in(folder, GATE.toArray(String[]::new));
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(AnyChangesTest::delete);
      }
      return run;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Failure {
    boolean is(ChangedTree change);
  }

  /// Some of the failures, which begin in different ways.
  private Stream<String> shown(List<ChangedTree> failures, Failure failure) {
    Map<Way, ChangedTree> some = new TreeMap<>();
    failures.forEach(each -> some.putIfAbsent(each.ways().getFirst(), each));
    return some.values().stream().limit(SHOWN).map(each -> shown(each, failure));
  }

  /// The change without all objects that it fails without.
  private String shown(ChangedTree change, Failure failure) {
    ChangedTree small = change;
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      for (ChangedTree each : small.smaller()) {
        if (failure.is(each)) {
          small = each;
          smaller = true;
          break;
        }
      }
    }
    Run run = run(small);
    return small
        + ">> lost: "
        + small.losses()
        + "\n>> exit "
        + run.code()
        + " "
        + run.err()
        + run.out()
            .lines()
            .filter(line -> line.contains("\"pass\": false"))
            .collect(Collectors.joining("\n"))
        + "\n";
  }
}
