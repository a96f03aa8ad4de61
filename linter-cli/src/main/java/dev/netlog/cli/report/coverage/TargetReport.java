package dev.netlog.cli.report.coverage;

import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.compare.GateResult;
import dev.netlog.coverage.compare.GateSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The coverage of one target.
///
/// @param platform the platform's id
/// @param name what the configuration calls it, null where it has no name
/// @param coverage the coverage, at the head where there is a base
/// @param settings what the gates ask
/// @param gates the gates that were asked, met or not; empty where none was
/// @param comparison the base and what changed since, null without one
/// @param refused objects that the API server refuses, by name
/// @param findings what was come across, by object
/// @param stories tells more of a point of [#coverage()]; dear, so for points that are shown
public record TargetReport(
    String platform,
    @Nullable String name,
    Coverage coverage,
    GateSettings settings,
    List<GateResult> gates,
    @Nullable Comparison comparison,
    List<RefusedEntry> refused,
    List<CoverageFinding> findings,
    PointExplainer stories) {
  public TargetReport {
    gates = List.copyOf(gates);
    refused = List.copyOf(refused);
    findings = List.copyOf(findings);
  }

  /// Whether every gate is met.
  public boolean passes() {
    return gates.stream().noneMatch(GateResult::fails);
  }

  /// As headings name it: `gke`, or `prod (gke)`.
  public String title() {
    return name == null ? platform : name + " (" + platform + ")";
  }
}
