package dev.netlog.run;

import dev.netlog.model.Resource;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;

/// A violation stamped with its rule, its subject and what it weighs.
///
/// @param rule the rule that was violated
/// @param severity the rule's severity, unless settings say otherwise
/// @param subject the resource that has to change
/// @param violation what the rule found
public record Finding(RuleInfo rule, Severity severity, Resource subject, Violation violation) {}
