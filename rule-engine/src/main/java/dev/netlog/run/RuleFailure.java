package dev.netlog.run;

import dev.netlog.model.Resource;

/// A rule that broke: a bug of netlog, never of the input.
///
/// @param rule the id of the rule
/// @param subject what it was looking at
/// @param cause what it threw
public record RuleFailure(String rule, Resource subject, RuntimeException cause) {}
