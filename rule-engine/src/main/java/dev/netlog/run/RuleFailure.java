package dev.netlog.run;

import dev.netlog.model.Resource;
import org.jspecify.annotations.Nullable;

/// An exception in a rule: a bug of netlog, never a defect of the input.
///
/// @param rule the id of the rule
/// @param subject the checked resource, null for a whole target
/// @param cause the exception
public record RuleFailure(String rule, @Nullable Resource subject, RuntimeException cause) {}
