package dev.netlog.run;

import dev.netlog.model.Resource;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;

/// A violation with its rule, subject and severity.
///
/// @param rule the rule
/// @param severity the rule's severity, unless settings change it
/// @param subject the resource that has to change
/// @param violation the defect
public record Finding(RuleInfo rule, Severity severity, Resource subject, Violation violation) {}
