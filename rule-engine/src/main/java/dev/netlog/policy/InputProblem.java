package dev.netlog.policy;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;

/// Something in an object that no cluster would take, so that nothing can be said of what it does.
///
/// @param resource the object
/// @param at the member
/// @param message one line: the offending value, what holds instead, the next step
public record InputProblem(Resource resource, JsonPointer at, String message) {}
