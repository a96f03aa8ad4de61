package dev.netlog.cli.report.coverage;

import dev.netlog.rule.Severity;
import org.jspecify.annotations.Nullable;

/// A finding about a target, for the authors of its manifests.
///
/// @param code its code in coverage reports, such as `shadowed-rule`
/// @param rule the id of the rule with the details
/// @param severity its severity in `lint`
/// @param object for example `EgressFirewall/shop#1` or `Cluster`
/// @param message one line
/// @param at its place, null if it is in no file
public record CoverageFinding(
    String code,
    String rule,
    Severity severity,
    String object,
    String message,
    PointExplanation.@Nullable At at) {}
