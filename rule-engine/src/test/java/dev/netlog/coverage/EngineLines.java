package dev.netlog.coverage;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.coverage.input.TargetInput;
import dev.netlog.coverage.input.UnreadableObject;
import dev.netlog.coverage.oracle.Flow;
import dev.netlog.coverage.oracle.World;
import dev.netlog.coverage.points.CoverageEngine;
import dev.netlog.inventory.Assumptions;
import dev.netlog.model.Value;
import dev.netlog.platform.Cause;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.Platform;
import dev.netlog.platform.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the engine says of a world, in the lines of the oracle.
final class EngineLines {
  private EngineLines() {}

  static Coverage coverage(World world) {
    return CoverageEngine.ipv4().evaluate(target(world), CoverageEngine.SEQUENTIAL);
  }

  /// The coverage of the base of a change.
  static Coverage coverage(World base, World head) {
    TargetInput target = target(base);
    return CoverageEngine.ipv4()
        .covering(List.of(target, target(head)))
        .evaluate(target, CoverageEngine.SEQUENTIAL);
  }

  /// The coverage of the head of a change.
  static Coverage coverage(World head, Coverage base, List<UnreadableObject> unreadable) {
    return CoverageEngine.ipv4()
        .evaluate(target(head), base, unreadable, CoverageEngine.SEQUENTIAL);
  }

  static TargetInput target(World world) {
    Platform platform = platform(world.platform());
    Map<String, String> assumed = new TreeMap<>(world.assumptions());
    boolean complete = "complete".equals(assumed.remove("input"));
    Assumptions assumptions = new Assumptions(assumed);
    return complete
        ? TargetInput.complete(platform, world.resources(), assumptions)
        : TargetInput.of(platform, world.resources(), assumptions);
  }

  static Platform platform(String id) {
    return RuleCatalog.standard().platforms().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  static List<String> of(Coverage coverage) {
    List<String> lines = new ArrayList<>();
    coverage.forEach((subject, of, point) -> lines.add(line(coverage, subject, point)));
    for (Counter counter : Counter.values()) {
      Tally tally = coverage.tally(counter);
      lines.add(
          "counter "
              + counter.word()
              + " "
              + (tally.covered() + " covered ")
              + (tally.partial() + " partial ")
              + (tally.missed() + " missed ")
              + (tally.unknown() + " unknown"));
    }
    lines.add("governed " + coverage.governed() + "/" + coverage.governable());
    coverage.ungoverned().forEach(each -> lines.add("ungoverned " + each));
    coverage.excluded().forEach(each -> lines.add("excluded " + each));
    coverage.inactivePolicies().forEach(each -> lines.add("inactive " + each));
    coverage.refused().forEach(each -> lines.add("refused " + each.name()));
    lines.sort(String::compareTo);
    return lines;
  }

  private static String line(Coverage coverage, String subject, JudgedPoint judged) {
    String key = "point " + judged.key(subject) + " ";
    return switch (judged.state()) {
      case LoggingState.Logged(Cause cause, boolean attributed) -> {
        boolean others =
            !attributed
                && judged.point().verdict() == Verdict.ALLOW
                && coverage.target().platform().id().equals("gke");
        Value record =
            new Value.Mapping(
                coverage
                    .target()
                    .platform()
                    .recordOf(judged.point(), coverage.target().inventory())
                    .members());
        yield key
            + "covered "
            + cause.code()
            + (others ? " unattributed" : "")
            + " "
            + Flow.text(record);
      }
      case LoggingState.NotLogged(Cause cause, boolean partial) ->
          key + "missed " + cause.code() + (partial ? " partial" : "");
      case LoggingState.Unknown(Cause cause, _, _, _, _) -> key + "unknown " + cause.code();
    };
  }
}
