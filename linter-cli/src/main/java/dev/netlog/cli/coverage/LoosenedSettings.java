package dev.netlog.cli.coverage;

import dev.netlog.cli.coverage.state.State;
import dev.netlog.cli.input.RunPaths;
import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.JudgedPoint;
import dev.netlog.coverage.Status;
import dev.netlog.coverage.compare.GateResult;
import dev.netlog.model.Resource;
import dev.netlog.settings.SettingChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the points that only the settings of the head take from the gates: a later change could
/// take their logs without a failure.
final class LoosenedSettings {
  /// The name of the gate.
  private static final String GATE = "settings-loosened";

  private final HeadSettings settings;
  private final State head;
  private final RunPaths paths;
  private final CoverageRequest request;
  private final Judge judge;

  /// Judges the files of the head for one of its targets.
  @FunctionalInterface
  interface Judge {
    /// The coverage of one target.
    ///
    /// @param now the coverage of the head under the settings of the base
    Coverage coverage(WantedTarget target, List<Resource> resources, Coverage now);
  }

  LoosenedSettings(
      HeadSettings settings, State head, RunPaths paths, CoverageRequest request, Judge judge) {
    this.request = request;
    this.settings = settings;
    this.head = head;
    this.paths = paths;
    this.judge = judge;
  }

  /// One line for each setting and ignored path in which the head differs.
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (SettingChange change : settings.changes()) {
      notes.add(settings.file() + " of the base decides: " + change.text());
    }
    return notes;
  }

  /// The gate of one target; none if the settings of the head take nothing from it.
  ///
  /// @param before the coverage of the base
  /// @param now the coverage of the head under the settings of the base
  List<GateResult> gates(String platform, Coverage before, Coverage now) {
    List<String> loosened = points(platform, before, now);
    List<String> gates =
        settings.changes().stream()
            .filter(SettingChange::loosens)
            .map(SettingChange::setting)
            .toList();
    if (loosened.isEmpty() && gates.isEmpty()) {
      return List.of();
    }
    String message =
        loosened.size()
            + (loosened.size() == 1
                ? " logged verdict point leaves"
                : " logged verdict points leave")
            + " this target, or change their log, only by the settings of the head"
            + (gates.isEmpty() ? "" : "; gates are weaker by " + String.join(", ", gates));
    return List.of(
        new GateResult(
            GATE,
            false,
            !settings.strict(),
            Integer.toString(loosened.size()),
            "0",
            message,
            loosened::forEach));
  }

  private List<String> points(String platform, Coverage before, Coverage now) {
    boolean concerned =
        !head.newlyIgnored().isEmpty()
            || settings.changes().stream()
                .anyMatch(change -> !change.setting().startsWith("coverage."));
    if (!concerned) {
      return List.of();
    }
    Map<String, String> covered = covered(now);
    covered.keySet().retainAll(covered(before).keySet());
    Map<String, Set<String>> own = new HashMap<>();
    for (WantedTarget target : covered.isEmpty() ? List.<WantedTarget>of() : targets(platform)) {
      if (target.platform().equals(platform)) {
        covered(judge.coverage(target, resources(target), now))
            .forEach((key, cause) -> own.computeIfAbsent(key, _ -> new HashSet<>()).add(cause));
      }
    }
    List<String> loosened = new ArrayList<>();
    covered.forEach(
        (key, cause) -> {
          if (!own.getOrDefault(key, Set.of()).contains(cause)) {
            loosened.add(key);
          }
        });
    loosened.sort(null);
    return loosened;
  }

  /// The targets of the head; all files if it names neither targets nor platforms.
  private List<WantedTarget> targets(String platform) {
    return settings.targets().isEmpty()
        ? List.of(WantedTarget.unnamed(platform, request.assumptions(), request.complete()))
        : settings.targets();
  }

  /// The causes of covered points, by key.
  private static Map<String, String> covered(Coverage coverage) {
    Map<String, String> covered = new HashMap<>();
    coverage.forEach(
        (subject, _, point) -> {
          if (isCovered(point)) {
            covered.put(point.key(subject), point.state().causeCode());
          }
        });
    return covered;
  }

  private static boolean isCovered(JudgedPoint point) {
    return point.isCounted() && point.status() == Status.COVERED;
  }

  private List<Resource> resources(WantedTarget target) {
    TargetFiles files = target.files();
    return head.manifests().stream()
        .filter(manifest -> !isIgnored(manifest.path()))
        .filter(manifest -> files == null || files.holds(paths.below(manifest.path())))
        .flatMap(manifest -> manifest.resources().stream())
        .toList();
  }

  private boolean isIgnored(String path) {
    return settings.rules().isIgnored(paths.below(path))
        || head.newlyIgnored().stream()
            .anyMatch(each -> path.equals(each) || path.startsWith(each + "/"));
  }
}
