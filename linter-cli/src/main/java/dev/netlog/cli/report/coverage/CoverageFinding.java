package dev.netlog.cli.report.coverage;

import dev.netlog.rule.Severity;
import org.jspecify.annotations.Nullable;

/// Something about a target that whoever wrote the manifests should know.
///
/// @param code the word of coverage.md section 11: `shadowed-rule`
/// @param rule the id of the rule that says more
/// @param severity what it weighs in `lint`
/// @param object `EgressFirewall/shop#1`, `Cluster`
/// @param message one line
/// @param at where, null where it is in no file
public record CoverageFinding(
    String code,
    String rule,
    Severity severity,
    String object,
    String message,
    PointExplanation.@Nullable At at) {}
