package dev.netlog.cli.report.coverage;

import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.compare.GateResult;
import dev.netlog.coverage.compare.GateSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The coverage of one target.
///
/// @param platform the platform's id
/// @param name its name in the settings, null if it has none
/// @param coverage the coverage, of the head if there is a base
/// @param settings the requirements of the gates
/// @param gates the results of all gates that are set; empty if none is
/// @param comparison the base and the changes since, null without a base
/// @param refused objects that the API server refuses, by name
/// @param findings the findings, by object
/// @param stories explains points of [#coverage()]; expensive, so call it only for points that are
///   shown
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

  /// Whether all gates pass.
  public boolean passes() {
    return gates.stream().noneMatch(GateResult::fails);
  }

  /// The title for headings: `gke`, or `prod (gke)`.
  public String title() {
    return name == null ? platform : name + " (" + platform + ")";
  }
}
