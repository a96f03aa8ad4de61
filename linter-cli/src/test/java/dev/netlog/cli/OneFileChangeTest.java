package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.cli.OneFileChange.Fate;
import dev.netlog.cli.OneFileChange.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/// No change of one file takes a record away unseen: a point that was covered and is not fails the
/// gate, or an object of it is truly gone and it is named as deleted, or all its objects can be
/// read and it is named as no longer decided.
final class OneFileChangeTest {
  /// How many repositories of each way to change one: `-Dchanges=N`.
  private static final int EACH = Integer.getInteger("changes", 4);

  @TempDir Path temporary;

  private final Map<Way, Integer> uncovered = new EnumMap<>(Way.class);

  @Test
  void noChangeOfOneFileTakesARecordAwayUnseen() throws IOException {
    List<String> wrong = new ArrayList<>();
    int number = 0;
    for (Way way : Way.values()) {
      number++;
      for (int i = 0; i < EACH; i++) {
        long seed = 1000L * number + i;
        wrong.addAll(check(way, seed));
      }
    }
    assertThat(wrong).isEmpty();
    System.out.println(
        "points that one changed file uncovers, by the way it changes: " + uncovered);
    assertThat(uncovered.values().stream().mapToInt(n -> n).sum()).isGreaterThan(20 * EACH);
  }

  private List<String> check(Way way, long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    GeneratedRepository world = GeneratedRepository.of(random);
    Path folder = Files.createDirectories(temporary.resolve("r" + seed).resolve("repository"));
    Repository repository = Repository.in(folder);
    world.files().forEach((path, items) -> repository.write(path, GeneratedRepository.text(items)));
    repository.write(".netlogignore", OneFileChange.IGNORED + "/\n");
    if (way.isKustomized()) {
      repository.write(
          "kustomization.yaml",
          "resources:\n- " + String.join("\n- ", world.files().keySet()) + "\n");
    }
    repository.branch();
    String platform = world.platform();
    Map<?, ?> base =
        target(Run.in(folder, "coverage", ".", "--platform", platform, "--format", "json"));
    List<String> paths = List.copyOf(world.files().keySet());
    String path = paths.get(random.nextInt(paths.size()));
    Map<String, Fate> fates =
        OneFileChange.make(way, folder, path, world.files().getOrDefault(path, List.of()), random);
    Run run =
        repository.gate(
            "--platform",
            platform,
            "--governance",
            "--max-file-size",
            OneFileChange.LIMIT,
            "--format",
            "json");
    String where = way + " of " + path + ", seed " + seed + ": ";
    if (run.code() > 1) {
      return List.of(where + run.err());
    }
    Judge judge = new Judge(world, fates, base, target(run));
    List<String> wrong = judge.wrong();
    uncovered.merge(way, judge.uncovered, Integer::sum);
    return wrong.stream().map(each -> where + each).toList();
  }

  private static Map<?, ?> target(Run run) {
    if (new Yaml(new LoaderOptions()).load(run.out()) instanceof Map<?, ?> report
        && report.get("targets") instanceof List<?> targets
        && targets.getFirst() instanceof Map<?, ?> target) {
      return target;
    }
    throw new AssertionError(run.err());
  }

  /// Holds one review to what the change really did.
  private final class Judge {
    private final GeneratedRepository world;
    private final Map<String, Fate> fates;
    private final Map<String, String> before;
    private final Map<String, String> after;
    private final Set<String> deleted;
    private final Set<String> undecided;
    private final boolean fails;
    private final PairedPoints paired;
    private int uncovered;

    Judge(GeneratedRepository world, Map<String, Fate> fates, Map<?, ?> base, Map<?, ?> head) {
      this.world = world;
      this.fates = fates;
      this.before = states(base);
      this.after = states(head);
      Map<?, ?> diff = mapping(head, "diff");
      Set<String> covered = new TreeSet<>(after.keySet());
      covered.removeIf(key -> !after.getOrDefault(key, "").equals("covered"));
      this.paired = PairedPoints.in(head, covered);
      this.deleted = texts(diff, "deleted");
      this.undecided = texts(diff, "no_longer_decided");
      this.fails =
          list(head, "gates").stream()
              .map(gate -> (Map<?, ?>) gate)
              .anyMatch(gate -> !isOn(gate, "pass") && !isOn(gate, "informational"));
    }

    List<String> wrong() {
      List<String> wrong = new ArrayList<>();
      before.forEach(
          (key, state) -> {
            if (state.equals("covered") && !after.getOrDefault(key, "").equals("covered")) {
              uncovered++;
              String problem = problem(key);
              if (problem != null) {
                wrong.add(key + ": " + problem + "; " + fates);
              }
            }
          });
      for (String key : deleted) {
        if (objects(key).stream().noneMatch(each -> isIn(each, Fate.GONE, Fate.LOST))) {
          wrong.add(key + " is told as deleted, and no object is gone; " + fates);
        }
      }
      return wrong;
    }

    private @Nullable String problem(String key) {
      if (after.containsKey(key)) {
        return fails ? null : "is " + after.get(key) + ", and no gate fails";
      }
      if (paired.has(key)) {
        return null;
      }
      Set<String> objects = objects(key);
      if (undecided.contains(key)) {
        return objects.stream().allMatch(each -> isIn(each, Fate.READABLE))
            ? null
            : "is told as no longer decided, and not all objects can be read";
      }
      boolean gone = objects.stream().anyMatch(each -> isIn(each, Fate.GONE, Fate.LOST));
      return deleted.contains(key) && gone ? null : "is not named as deleted";
    }

    private boolean isIn(String object, Fate... some) {
      return List.of(some).contains(fates.getOrDefault(object, Fate.READABLE));
    }

    /// The workload of a point and the policies that give it.
    private Set<String> objects(String key) {
      List<String> parts = List.of(key.split("\\|", -1));
      Set<String> objects = new TreeSet<>();
      String reason = parts.get(3);
      if (reason.startsWith("EgressFirewall/")) {
        objects.add(reason.substring(0, reason.indexOf('#')) + "/default");
        return objects;
      }
      List<String> subject = List.of(parts.get(0).split("/", -1));
      String namespace = subject.get(0);
      Map<String, String> labels = labels(subject);
      if (!subject.get(1).equals("Virtual")) {
        objects.add(subject.get(1) + "/" + namespace + "/" + subject.get(2));
      }
      if (reason.equals("default-deny")) {
        world.items().stream()
            .filter(each -> each.kind().equals("NetworkPolicy"))
            .filter(each -> each.namespace().equals(namespace))
            .filter(each -> each.directions().equals(parts.get(1)) && each.selects(labels))
            .forEach(each -> objects.add(each.object()));
      } else {
        objects.add(reason.contains("#") ? reason.substring(0, reason.indexOf('#')) : reason);
      }
      return objects;
    }

    private Map<String, String> labels(List<String> subject) {
      return world.items().stream()
          .filter(each -> each.namespace().equals(subject.get(0)))
          .filter(each -> each.name().equals(subject.get(2)))
          .filter(each -> each.isWorkload() != subject.get(1).equals("Virtual"))
          .findFirst()
          .map(RepositoryItem::labels)
          .orElse(Map.of());
    }
  }

  private static Map<String, String> states(Map<?, ?> target) {
    Map<String, String> states = new TreeMap<>();
    for (Object each : list(target, "points")) {
      Map<?, ?> point = (Map<?, ?>) each;
      String key =
          List.of("subject", "direction", "verdict", "reason").stream()
              .map(name -> String.valueOf(point.get(name)))
              .collect(Collectors.joining("|"));
      states.put(key, String.valueOf(point.get("state")));
    }
    return states;
  }

  private static Set<String> texts(Map<?, ?> object, String name) {
    return list(object, name).stream().map(String::valueOf).collect(Collectors.toSet());
  }

  private static boolean isOn(Map<?, ?> object, String name) {
    return Boolean.TRUE.equals(object.get(name));
  }

  private static List<?> list(Map<?, ?> object, String name) {
    if (object.get(name) instanceof List<?> list) {
      return list;
    }
    throw new AssertionError("no list " + name + " in " + object);
  }

  private static Map<?, ?> mapping(Map<?, ?> object, String name) {
    if (object.get(name) instanceof Map<?, ?> mapping) {
      return mapping;
    }
    throw new AssertionError("no object " + name + " in " + object);
  }
}
