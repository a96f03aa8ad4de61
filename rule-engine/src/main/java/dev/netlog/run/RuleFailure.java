package dev.netlog.run;

import dev.netlog.model.Resource;
import org.jspecify.annotations.Nullable;

/// A rule that broke: a bug of netlog, never of the input.
///
/// @param rule the id of the rule
/// @param subject what it was looking at, null where that was a whole target
/// @param cause what it threw
public record RuleFailure(String rule, @Nullable Resource subject, RuntimeException cause) {}
