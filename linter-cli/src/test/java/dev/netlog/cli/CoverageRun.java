package dev.netlog.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/// One run of `netlog coverage --format json`, read again.
///
/// @param run the run
/// @param target its only target
record CoverageRun(Run run, Map<?, ?> target) {
  static CoverageRun gke(Path folder, String manifest, String... options) {
    return of(folder, "gke", manifest, options);
  }

  static CoverageRun ovn(Path folder, String manifest, String... options) {
    return of(folder, "ovn", manifest, options);
  }

  /// A run over one file.
  static CoverageRun of(Path folder, String platform, String manifest, String... options) {
    Run.file(folder, "head/all.yaml", manifest);
    List<String> arguments =
        new ArrayList<>(
            List.of("coverage", "head", "--platform", platform, "--format", "json", "--quiet"));
    arguments.addAll(List.of(options));
    Run run = Run.in(folder, arguments.toArray(String[]::new));
    Object json = new Yaml(new LoaderOptions()).load(run.out());
    if (!(json instanceof Map<?, ?> report)) {
      throw new AssertionError(run.err());
    }
    return new CoverageRun(run, (Map<?, ?>) list(report, "targets").getFirst());
  }

  /// A run over one file against another one as its base.
  static CoverageRun against(Path folder, String platform, String base, String head, String... o) {
    Run.file(folder, "base/all.yaml", base);
    List<String> options = new ArrayList<>(List.of("--base-path", "base"));
    options.addAll(List.of(o));
    return of(folder, platform, head, options.toArray(String[]::new));
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

  /// Each point as `subject|direction|verdict|reason state cause` and what else is said of it.
  List<String> points() {
    List<String> points = new ArrayList<>();
    for (Object each : list(target, "points")) {
      Map<?, ?> point = (Map<?, ?>) each;
      StringBuilder line = new StringBuilder();
      Stream.of("subject", "direction", "verdict", "reason")
          .forEach(name -> line.append(line.isEmpty() ? "" : "|").append(point.get(name)));
      line.append(' ').append(point.get("state")).append(' ').append(point.get("cause"));
      for (String name : List.of("partial", "attributed", "counted")) {
        if (point.containsKey(name)) {
          line.append(' ').append(name).append('=').append(point.get(name));
        }
      }
      points.add(line.toString());
    }
    return points;
  }

  /// The keys of the points alone.
  List<String> keys() {
    return points().stream().map(point -> point.substring(0, point.indexOf(' '))).toList();
  }

  /// State and cause of the only point whose key contains a text.
  String state(String part) {
    List<String> found =
        points().stream()
            .filter(point -> point.substring(0, point.indexOf(' ')).contains(part))
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(part + " is part of " + found + " of " + points());
    }
    return found.getFirst().substring(found.getFirst().indexOf(' ') + 1);
  }

  /// The records of the points, as `reason {…}`.
  List<String> records() {
    List<String> records = new ArrayList<>();
    for (Object each : list(target, "points")) {
      Map<?, ?> point = (Map<?, ?>) each;
      if (point.get("record") instanceof Map<?, ?> record) {
        records.add(point.get("reason") + " " + record);
      }
    }
    return records;
  }

  /// A counter as `covered 1, missed 2, total 3`: what is not 0.
  String counter(String name) {
    List<String> parts = new ArrayList<>();
    mapping(mapping(target, "counters"), name)
        .forEach(
            (status, count) -> {
              if (!Integer.valueOf(0).equals(count)) {
                parts.add(status + " " + count);
              }
            });
    return String.join(", ", parts);
  }

  /// `low..high`.
  String ratio() {
    Map<?, ?> ratio = mapping(target, "ratio");
    return ratio.get("low") + ".." + ratio.get("high");
  }

  /// `governed/governable`.
  String governance() {
    Map<?, ?> governance = mapping(target, "governance");
    return governance.get("governed") + "/" + governance.get("governable");
  }

  /// The texts of a list of the target.
  List<String> texts(String name) {
    return list(target, name).stream().map(String::valueOf).toList();
  }

  /// The findings as `code object`.
  List<String> findings() {
    return findings("object");
  }

  /// The findings as `code severity`.
  List<String> severities() {
    return findings("severity");
  }

  private List<String> findings(String member) {
    return list(target, "findings").stream()
        .map(each -> ((Map<?, ?>) each).get("code") + " " + ((Map<?, ?>) each).get(member))
        .toList();
  }

  /// A member of the difference.
  String diff(String name) {
    return String.valueOf(mapping(target, "diff").get(name));
  }

  /// Whether a gate is passed.
  boolean passes(String gate) {
    for (Object each : list(target, "gates")) {
      Map<?, ?> result = (Map<?, ?>) each;
      if (gate.equals(result.get("gate"))) {
        return Boolean.TRUE.equals(result.get("pass"));
      }
    }
    throw new AssertionError("no gate " + gate + " in " + target.get("gates"));
  }
}
